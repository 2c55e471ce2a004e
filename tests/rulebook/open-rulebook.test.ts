import { expect, it } from 'vitest'
import { assembleRulebook } from '../../src/rulebook/assemble-rulebook.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { openRulebook } from '../../src/rulebook/open-rulebook.js'
import { prepareRules } from '../../src/rulebook/prepare-rules.js'
import { hashOf, ownRulesDirectory, readRuleSources } from '../../src/rulebook/rule-sources.js'
import type { Rulebook } from '../../src/rulebook/rulebook.js'

const contentOf = (rulebook: Rulebook) => ({
  hash: rulebook.hash,
  fragments: rulebook.fragments,
  stages: rulebook.stageNames.map(name => [name, rulebook.stage(name).map(({ id, source, regex }) => ({ id, source, pattern: String(regex) }))]),
  agencies: rulebook.tables('agencies'),
})

it('rules that went through a file are the rules that were read', () => {
  const sources = readRuleSources(ownRulesDirectory)
  const kept = JSON.parse(JSON.stringify(prepareRules(sources, [], hashOf(sources))))
  expect(contentOf(assembleRulebook(kept))).toEqual(contentOf(loadRulebook()))
})

it('opening rules gives what loading gives', async () => {
  expect(contentOf(await openRulebook())).toEqual(contentOf(loadRulebook()))
})

it('another text of a rule file is another hash', () => {
  const sources = readRuleSources(ownRulesDirectory)
  const changed = sources.map((source, i) => (i === 3 ? { ...source, text: `${source.text} ` } : source))
  expect(hashOf(changed)).not.toBe(hashOf(sources))
})
