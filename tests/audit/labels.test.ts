import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readLabels, scoreAudit } from '../../scripts/score-audit.js'
import { runAudit } from '../../src/audit/run-audit.js'
import { rulebook, seed } from './audit-text.js'

const gold = fileURLToPath(new URL('../gold', import.meta.url))
const labelled = existsSync(gold) ? [...readLabels(gold)].filter(([name]) => /^00\d$/.test(name)) : []

describe('what readers of the seeds marked', () => {
  it.each(labelled)('%s: every irregularity is found at its place', (name, labels) => {
    const { missed } = scoreAudit(labels, runAudit({ documents: [seed(name)] }, rulebook))
    expect(missed.map(({ kind, quote }) => `${kind}: ${quote}`)).toEqual([])
  })

  it('has labels to compare with', () => expect(labelled.length).toBeGreaterThanOrEqual(3))
})
