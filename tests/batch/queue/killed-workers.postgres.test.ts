import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadMaterial } from '../../../scripts/fuzz/material.js'
import { workers } from '../../../scripts/fuzz/workers.js'
import { onPostgres, postgresServer } from '../../store/databases.js'

/** One, which takes half a minute; `npm run fuzz -- workers` tries as many as there is time for. */
const ROUNDS = 1

describe.skipIf(postgresServer === undefined)(onPostgres, { timeout: 300_000 }, () => {
  it('two workers that are killed at random moments, and those that follow them, give the rows of one machine', async () => {
    const { property, done } = await workers.open(loadMaterial(['seeds']))
    try {
      const { failed, counterexample, errorInstance } = await fc.check(property, { seed: 20_26, numRuns: ROUNDS, endOnFailure: true })
      expect(failed, `${JSON.stringify(counterexample)}\n${errorInstance}`).toBe(false)
    } finally {
      await done?.()
    }
  })
})
