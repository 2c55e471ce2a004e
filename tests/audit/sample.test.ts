import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgedFindings, keyOf, toSampleRow } from '../../scripts/accuracy/audit-sample.js'
import { labelled, seedFile } from '../../scripts/accuracy/labels.js'
import { runAudit } from '../../src/audit/run-audit.js'
import { documentOf, rulebook } from './audit-text.js'

const documents = labelled.map(doc => documentOf(doc, readFileSync(seedFile(doc), 'utf8')))
const found = runAudit({ documents }, rulebook, { severity: 'warning' }).map(toSampleRow)
const judged = judgedFindings()
const numbers = new Set(documents.map(d => d.extraction.document.number))

describe('errors and warnings of the documents that are part of the repository', () => {
  it('have each been read and judged', () => {
    const known = new Set(judged.map(keyOf))
    expect(found.filter(finding => !known.has(keyOf(finding)))).toEqual([])
  })

  it('still hold all that a clerk agreed with', () => {
    const keys = new Set(found.map(keyOf))
    expect(judged.filter(row => numbers.has(row.document) && row.verdict === 'agree' && !keys.has(keyOf(row)))).toEqual([])
  })
})

it('at least 95 of 100 judged findings are ones that a clerk agrees with', () => {
  expect(judged.filter(row => row.verdict === 'agree').length / judged.length).toBeGreaterThanOrEqual(0.95)
  for (const row of judged) expect(row.why.length).toBeGreaterThan(5)
})
