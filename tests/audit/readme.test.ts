import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checks } from '../../src/audit/checks/index.js'

const readme = readFileSync(new URL('../../src/audit/README.md', import.meta.url), 'utf8')
const listed = [...readme.matchAll(/^\| `([a-z]+\.[a-z-]+)` \|/gm)].map(match => match[1])

describe('src/audit/README.md', () => {
  it('lists every check and no other', () => {
    expect([...listed].sort()).toEqual(checks.map(check => check.id).sort())
  })
})
