import { describe, expect, it } from 'vitest'
import { runAudit } from '../../src/audit/run-audit.js'
import { documentOf, rulebook, seed } from './audit-text.js'

const source = seed('002').extraction.text

/** One slip put into a sound text, and the check that must see it at that place. */
const slips: readonly (readonly [string, string, string])[] = [
  ['Nghị định số 63/2010/NĐ-CP ngày 08/6/2010', 'Nghị định số 63/2010/NĐ-CP ngày 08/6/2011', 'citation.year-mismatch'],
  ['Nghị định số 63/2010/NĐ-CP ngày 08/6/2010', 'Nghị định số 63/2010/NĐ-CP ngày 08/7/2010', 'citation.registry-mismatch'],
  ['Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ', 'Nghị quyết số 76/NQ-CP ngày 16/7/2021 của Chính phủ', 'citation.date-conflict'],
  ['Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Thủ tướng Chính phủ', 'citation.issuer-mismatch'],
  ['Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ', 'Quyết định số 76/NQ-CP ngày 15/7/2021 của Chính phủ', 'citation.type-symbol-mismatch'],
  ['Chỉ thị số 17/CT-UBND ngày 13/9/2023', 'Chỉ thị số 17/CT-UBND ngày 31/9/2023', 'citation.invalid-date'],
  ['Chỉ thị số 17/CT-UBND ngày 13/9/2023', 'Chỉ thị số 17/CT-UBND ngày 13/9/2024', 'citation.future-date'],
  ['Nghị định số 92/2017/NĐ-CP', 'Nghị định số 92/2017/ND-CP', 'citation.malformed-symbol'],
]

describe('a slip in a real text', () => {
  it.each(slips)('%s → %s is seen by %s', (right, wrong, check) => {
    const words = new RegExp(right.replace(/[/.]/g, '\\$&').replaceAll(' ', '\\s+'))
    const match = words.exec(source)
    expect(match, `${right} stands in the text`).not.toBeNull()
    const at = match?.index ?? 0
    const text = source.slice(0, at) + wrong + source.slice(at + (match?.[0].length ?? 0))
    const found = runAudit({ documents: [documentOf('002', text)] }, rulebook, { checks: [check] })
    const before = runAudit({ documents: [documentOf('002', source)] }, rulebook, { checks: [check] })
    const isThere = (span: { readonly start: number; readonly end: number }): boolean => span.start < at + wrong.length && at < span.end
    expect(found.length).toBe(before.length + 1)
    expect(found.some(finding => isThere(finding.span) || finding.related.some(place => isThere(place.span)))).toBe(true)
  })
})
