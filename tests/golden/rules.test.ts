import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { effectsPage, unshownIn } from '../../scripts/rules-mutation/effects.js'
import { exchangeableRules } from '../../scripts/rules-mutation/exchangeable-rules.js'
import { readingsBy } from '../../scripts/rules-mutation/witness.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const folder = fileURLToPath(new URL('rules', import.meta.url))
const isUpdating = process.env.UPDATE_GOLDEN === '1' && !process.env.CI
const rules = exchangeableRules(loadRulebook())
const readings = readingsBy(rules.rulebook)

describe('what each rule is for', () => {
  it.each(rules.rulebook.stageNames)('%s: without a rule the records of a text are others', stage => {
    const golden = `${folder}/${stage}.txt`
    const before = existsSync(golden) ? readFileSync(golden, 'utf8') : ''
    const page = effectsPage(rules.rulebook.stage(stage), before, rules, readings, isUpdating)
    if (isUpdating) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(golden, page)
    }
    expect(unshownIn(page), 'no text shows what they are for: give an example that does, or take them out').toEqual([])
    expect(page).toBe(isUpdating ? page : before)
  })

  it('is told of no stage that is no more', () => {
    expect(readdirSync(folder).sort()).toEqual(rules.rulebook.stageNames.map(stage => `${stage}.txt`).sort())
  })
})
