import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { labelled, scoreDocument, seedFile } from '../../scripts/accuracy/labels.js'
import { createExtractor } from '../../src/index.js'

const extract = await createExtractor()

/** What the labelled documents must keep: share found and share wholly right, as F1. */
const floors: Readonly<Record<string, readonly [found: number, whole: number]>> = {
  quantities: [0.98, 0.95],
  citations: [0.99, 0.98],
  headings: [0.99, 0.99],
  agencies: [0.95, 0.9],
  indicators: [0.95, 0.95],
}

describe.each(labelled)('document %s', doc => {
  const scores = scoreDocument(doc, extract(readFileSync(seedFile(doc), 'utf8')))
  test.each(scores.map(s => [s.name, s] as const))('%s', (name, score) => {
    const [found, whole] = floors[name] as readonly [number, number]
    expect(score.found.owed).toBeGreaterThan(5)
    expect(score.found.f1).toBeGreaterThanOrEqual(found)
    expect(score.whole.f1).toBeGreaterThanOrEqual(whole)
  })
})
