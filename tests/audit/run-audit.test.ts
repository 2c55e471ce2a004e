import { describe, expect, it } from 'vitest'
import { checks } from '../../src/audit/checks/index.js'
import { runAudit } from '../../src/audit/run-audit.js'
import { findingSchema } from '../../src/model/audit.js'
import { decision, documentOf, rulebook, seed } from './audit-text.js'

const corpus = { documents: [seed('003'), seed('004')] }

describe('runAudit', () => {
  const all = runAudit(corpus, rulebook)

  it('gives findings of the contract, whose quotes are the words at their places', () => {
    expect(all.length).toBeGreaterThan(20)
    for (const finding of all) {
      expect(findingSchema.parse(finding)).toEqual(finding)
      const source = corpus.documents.find(document => document.extraction.document.number === finding.document)
      expect(source?.extraction.text.slice(finding.span.start, finding.span.end)).toBe(finding.quote)
    }
  })

  it('gives the same list again', () => {
    expect(runAudit(corpus, rulebook)).toEqual(all)
  })

  it('comes by document and place', () => {
    const first = all.filter(finding => finding.document === '384/QĐ-UBND')
    expect(all.slice(0, first.length)).toEqual(first)
    expect(first.map(finding => finding.span.start)).toEqual(first.map(finding => finding.span.start).toSorted((a, b) => a - b))
  })

  it('is narrowed by severity, check and document', () => {
    expect(runAudit(corpus, rulebook, { severity: 'error' }).every(finding => finding.severity === 'error')).toBe(true)
    expect(new Set(runAudit(corpus, rulebook, { checks: ['citation.date-conflict'] }).map(finding => finding.check))).toEqual(
      new Set(['citation.date-conflict']),
    )
    expect(runAudit(corpus, rulebook, { checks: ['structure'] }).every(finding => finding.check.startsWith('structure.'))).toBe(true)
    expect(runAudit(corpus, rulebook, { documents: ['107/BC-UBND'] })).toEqual(all.filter(finding => finding.document === '107/BC-UBND'))
    expect(runAudit(corpus, rulebook, { documents: ['no such document'] })).toEqual([])
  })

  it('names a document without number by its file or id', () => {
    const found = runAudit({ documents: [documentOf('draft-1', 'Phấn đấu đạt tối thiu 50%.')] }, rulebook, { checks: ['text.misprint'] })
    expect(found.map(finding => finding.document)).toEqual(['draft-1'])
  })

  it('has nothing to say of an empty corpus or of a sound decision', () => {
    expect(runAudit({ documents: [] }, rulebook)).toEqual([])
    expect(runAudit({ documents: [documentOf('1', decision('Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;'))] }, rulebook)).toEqual([])
  })

  it('has one row a check', () => {
    expect(new Set(checks.map(check => check.id)).size).toBe(checks.length)
  })
})

/** What a reader of the seeds marked: the check, and words at the place. */
const marked: readonly (readonly [string, string, string])[] = [
  ['003', 'target.conflict', '30 phút'],
  ['003', 'structure.duplicate-number', 'd) Về cải cách tài chính công'],
  ['003', 'target.conflict', '40%'],
  ['003', 'citation.malformed-symbol', '45/2020'],
  ['004', 'citation.issuer-mismatch', 'Kế hoạch số 07-KH/BCĐ ngày 24/01/2024'],
  ['004', 'citation.date-conflict', '590/KH-UBND ngày 31/12/2024'],
  ['004', 'citation.future-date', '590/KH-UBND ngày 31/12/2024'],
  ['004', 'citation.issuer-mismatch', '48/KH-TCTTKĐA06 ngày 07/02/2024'],
  ['004', 'citation.number-conflict', '566/KH-UBND ngày 28/02/2024'],
  ['004', 'target.ratio-mismatch', '13/72 nhiệm vụ, đạt 18,05%'],
  ['004', 'citation.malformed-symbol', '65/UBND'],
  ['004', 'citation.malformed-symbol', '50/KH-SKH-CN'],
  ['004', 'citation.malformed-symbol', '137-QĐ/BTCTTW'],
  ['004', 'citation.malformed-symbol', '280/CD-TTg'],
  ['004', 'citation.malformed-symbol', '968/CD-TTg'],
  ['004', 'citation.issuer-mismatch', 'Nghị định số 67/2021/NĐ-CP ngày 15/7/2021 của Thủ tướng Chính phủ'],
]

describe('the seeds', () => {
  it.each(marked)('%s: %s at "%s"', (name, check, quote) => {
    const found = runAudit({ documents: corpus.documents.filter(document => document.id === name) }, rulebook, { checks: [check] })
    expect(found.map(finding => finding.quote.replace(/\s+/g, ' '))).toContain(quote)
  })
})
