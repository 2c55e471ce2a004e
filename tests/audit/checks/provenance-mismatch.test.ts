import { describe, expect, it } from 'vitest'
import { runAudit } from '../../../src/audit/run-audit.js'
import { decision, documentOf, rulebook } from '../audit-text.js'

const check = 'provenance.mismatch'
const document = documentOf('1', decision('theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ.'))

describe(check, () => {
  it('finds a record whose quote was changed', () => {
    const [citation, ...rest] = document.extraction.citations
    if (!citation) throw new Error('no citation was extracted')
    const changed = { ...document, extraction: { ...document.extraction, citations: [{ ...citation, quote: 'Nghị định số 46/2020/NĐ-CP' }, ...rest] } }
    const found = runAudit({ documents: [changed] }, rulebook, { checks: [check] })
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['error', `The record of rule ${citation.rule} quotes "Nghị định số 46/2020/NĐ-CP"; the source has "${citation.quote}" at its place.`],
    ])
  })

  it('is silent on what the pipeline gives', () => {
    expect(runAudit({ documents: [document] }, rulebook, { checks: [check] })).toEqual([])
  })
})
