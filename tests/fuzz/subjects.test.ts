import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadMaterial } from '../../scripts/fuzz/material.js'
import { subjects } from '../../scripts/fuzz/subjects.js'

/** How many inputs are tried here, so that all of it takes a few seconds; `npm run fuzz` tries them for as long as it may. */
const inputs: Readonly<Record<string, number>> = { places: 12, shapes: 30, wrapped: 20, styles: 40, values: 15, readers: 8, batches: 1 }

test.each(Object.entries(inputs))('%s: a few made-up inputs', { timeout: 120_000 }, async (name, numRuns) => {
  const { property, done } = await (subjects[name] as (typeof subjects)[string]).open(loadMaterial(['seeds', 'corpus/legacy']))
  try {
    const { failed, counterexample, error } = (await fc.check(property, { seed: 20_26, numRuns })) as {
      failed: boolean
      counterexample: unknown
      error?: string
    }
    expect(failed, `${JSON.stringify(counterexample)}\n${error}`).toBe(false)
  } finally {
    await done?.()
  }
})
