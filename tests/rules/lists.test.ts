import { describe, expect, it } from 'vitest'
import { otherwiseRead, readLists } from '../../scripts/rules-mutation/lists.js'
import { groupBy } from '../../src/model/group.js'
import { lineStartRules } from '../../src/rulebook/check-examples.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const lineStart = lineStartRules(rulebook)
const byId = new Map(rulebook.rules.map(rule => [rule.id, rule]))

describe('the words of the lists', () => {
  it.each([...groupBy(readLists(), row => row.rule)])('%s finds with each what is written down', (id, rows) => {
    const rule = byId.get(id)
    expect(rule, 'the rule is no more: take its rows out of tests/rules/lists.jsonl').toBeDefined()
    if (rule) expect(rows.map(row => [row.text, otherwiseRead(row, rule, lineStart.has(id))])).toEqual(rows.map(row => [row.text, []]))
  })
})
