import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { branchEntry, readBranches } from '../../scripts/rules-mutation/branches.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const golden = fileURLToPath(new URL('branches.txt', import.meta.url))
const isUpdating = process.env.UPDATE_GOLDEN === '1' && !process.env.CI
const rulebook = loadRulebook()
const entriesOf = (page: string): string[] => page.split(/\n(?=\S)/).map(entry => entry.trimEnd())

it('the words of the lists and the branches of the rules are read as reviewed', () => {
  const page = readBranches()
    .map(branch => branchEntry(branch, rulebook))
    .join('\n')
  if (isUpdating) writeFileSync(golden, page)
  expect(entriesOf(page)).toEqual(entriesOf(readFileSync(golden, 'utf8')))
})
