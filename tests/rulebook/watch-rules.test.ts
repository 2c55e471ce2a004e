import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { watchRules } from '../../src/rulebook/watch-rules.js'

const raw = rawTextOf(readFileSync('seeds/003_a954f8546d252d68.txt', 'utf8'))

it('a watched rulebook gives the same records, counts what each rule was asked and found, and takes its time', () => {
  const own = loadRulebook()
  let ticks = 0
  const { rulebook, uses } = watchRules(own, () => ticks++)
  expect(extractDocument(raw, rulebook)).toEqual(extractDocument(raw, own))
  const all = [...uses().values()]
  expect(uses().size).toBe(own.rules.length)
  // The clock goes on by one between the beginning and the end of a call.
  expect(all.every(use => use.ms === use.calls)).toBe(true)
  expect(uses().get('citation.symbol.state')?.finds).toBeGreaterThan(10)
  expect(all.some(use => use.calls > 0 && use.finds === 0)).toBe(true)
})
