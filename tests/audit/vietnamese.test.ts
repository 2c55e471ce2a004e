import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { labelled, seedFile } from '../../scripts/accuracy/labels.js'
import { checks } from '../../src/audit/checks/index.js'
import { runAudit } from '../../src/audit/run-audit.js'
import type { Finding } from '../../src/model/audit.js'
import { englishIn } from '../model/english-in.js'
import { documentOf, findings, rulebook } from './audit-text.js'

/** A sentence without what it quotes: quotations are the document's own words. */
const unquoted = (sentence: string): string => sentence.replace(/“[^”]*”/g, '“”')

const notes = (f: Finding | undefined): readonly [string, string] | undefined => f && [f.message, f.messageVi]

describe('findings are told in both languages', () => {
  it.each<[string, string, string, string]>([
    [
      'citation.date-conflict',
      'I. CĂN CỨ\n\nNghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ.\n\nII. NHIỆM VỤ\n\nThực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 và Nghị định số 45/2020/NĐ-CP ngày 18/4/2020 của Chính phủ.',
      '45/2020/NĐ-CP is dated 2020-04-18 here and 2020-04-08 in section I.',
      'Nghị định 45/2020/NĐ-CP ghi hai ngày: 18/04/2020 (mục II) và 08/04/2020 (mục I).',
    ],
    [
      'citation.date-conflict',
      'I. NHIỆM VỤ\n\nThực hiện kế hoạch của tỉnh¹.\n\nCác sở thực hiện Kế hoạch số 590/KH-UBND ngày 31/12/2020 của UBND tỉnh.\n\n¹ Kế hoạch số 590/KH-UBND ngày 31/12/2024 của UBND tỉnh.',
      '590/KH-UBND is dated 2024-12-31 here and 2020-12-31 in section I.',
      'Kế hoạch 590/KH-UBND ghi hai ngày: 31/12/2024 (chú thích 1) và 31/12/2020 (mục I).',
    ],
    [
      'citation.year-mismatch',
      'Thực hiện Nghị định số 45/2020/NĐ-CP ngày 08/4/2019 của Chính phủ.',
      'The number 45/2020/NĐ-CP says 2020; the date printed with it is 2019-04-08.',
      'Nghị định 45/2020/NĐ-CP: năm trong số hiệu là 2020, ngày ban hành ghi 08/04/2019.',
    ],
    [
      'citation.invalid-date',
      'Thực hiện Quyết định số 12/QĐ-TTg ngày 31/6/2021 của Thủ tướng Chính phủ.',
      '"ngày 31/6/2021" does not exist: month 6 of 2021 has 30 days.',
      '“ngày 31/6/2021” không có trong lịch: tháng 6 năm 2021 có 30 ngày.',
    ],
    [
      'citation.malformed-symbol',
      'Thực hiện Công điện số 280/CD-TTg ngày 19/3/2021 của Thủ tướng Chính phủ.',
      '"280/CD-TTg" is not a regular symbol: Đ printed as D; 280/CĐ-TTg is the regular form.',
      'Số, ký hiệu “280/CD-TTg” không đúng quy cách; dạng đúng quy cách là 280/CĐ-TTg.',
    ],
    [
      'structure.numbering-gap',
      'I. MỤC TIÊU\n\nNội dung.\n\nII. NHIỆM VỤ\n\nNội dung.\n\nIV. KINH PHÍ\n\nNội dung.',
      'II is followed by IV: III is missing.',
      'Sau đề mục II là IV: thiếu III.',
    ],
    [
      'target.ratio-mismatch',
      'Đã hoàn thành 13/72 nhiệm vụ, đạt 18,05%.',
      '13/72 is 18,06%; the text says 18,05%.',
      '13/72 tính ra 18,06%; văn bản ghi 18,05%.',
    ],
  ])('%s: %#', (check, body, en, vi) => {
    expect(notes(findings(check, body)[0])).toEqual([en, vi])
  })

  it('each check has a name in both', () => {
    for (const { id, name } of checks) {
      expect(name.en, id).toMatch(/^[A-Z][a-z]/)
      expect(englishIn(name.vi), id).toEqual([])
      expect(name.vi, id).toMatch(/[^\x20-\x7e]/)
    }
    expect(new Set(checks.map(check => check.name.vi)).size).toBe(checks.length)
  })

  it('what the documents of the repository give has no English in its Vietnamese, and names the same symbols', () => {
    const documents = labelled.map(doc => documentOf(doc, readFileSync(seedFile(doc), 'utf8')))
    const found = runAudit({ documents }, rulebook)
    expect(found.length).toBeGreaterThan(30)
    expect(found.flatMap(f => englishIn(unquoted(f.messageVi)).map(word => `${word}: ${f.messageVi}`))).toEqual([])
    const symbols = (sentence: string): string[] => [...new Set(sentence.match(/\d+\/(?:\d{4}\/)?\p{Lu}[\p{L}\d-]*/gu) ?? [])].sort()
    for (const f of found) expect(symbols(f.messageVi), f.message).toEqual(symbols(f.message))
  })
})
