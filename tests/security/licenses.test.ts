import { describe, expect, it, test } from 'vitest'
import { isAllowed, licenseOf, shippedPackages, unstated } from '../../scripts/licenses/shipped.js'

describe('packages that users get', () => {
  const packages = shippedPackages()
  const idOf = ({ name, version }: { name: string; version: string }): string => `${name}@${version}`

  it('are those of the program and those in its page', () => {
    const names = packages.map(pack => pack.name)
    expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'fastify', 'preact', 'd3-force', '@fontsource/be-vietnam-pro']))
    expect(names).not.toContain('typescript')
  })

  it('have licences that allow them to be passed on', () => {
    const refused = packages.filter(pack => {
      const license = licenseOf(pack)
      return license === null ? !(idOf(pack) in unstated) : !isAllowed(license)
    })
    expect(refused.map(idOf)).toEqual([])
  })

  it('that state no licence are named only while they are there', () => {
    expect(Object.keys(unstated).filter(id => !packages.some(pack => idOf(pack) === id))).toEqual([])
  })
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['(MIT AND GPL-3.0-only)', false],
  ['AGPL-3.0-or-later', false],
  ['SEE LICENSE IN LICENSE.txt', false],
])('%s is allowed: %s', (expression, is) => expect(isAllowed(expression)).toBe(is))
