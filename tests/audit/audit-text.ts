import { readFileSync } from 'node:fs'
import { runAudit } from '../../src/audit/run-audit.js'
import type { AuditCorpus, AuditDocument, Finding } from '../../src/model/audit.js'
import type { Extraction } from '../../src/model/extraction.js'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

export const rulebook = loadRulebook()

/** Runs the real pipeline over a text, as `chitieu extract` does over a file. */
export function extractText(text: string, file: string | null = null): Extraction {
  return extractDocument(rawTextOf(text, { file }), rulebook)
}

export const documentOf = (id: string, text: string): AuditDocument => ({ id, file: null, extraction: extractText(text) })

/** A decision of Hà Tĩnh of 22/10/2021 whose body is the text under test. */
export const decision = (body: string): string =>
  `ỦY BAN NHÂN DÂN
TỈNH HÀ TĨNH
-------

Số: 3504/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Hà Tĩnh, ngày 22 tháng 10 năm 2021

QUYẾT ĐỊNH

Ban hành Chương trình cải cách hành chính

ỦY BAN NHÂN DÂN TỈNH

${body}`

/** What one check says about a decision with this body. */
export function findings(check: string, body: string): Finding[] {
  const corpus: AuditCorpus = { documents: [documentOf('1', decision(body))] }
  return runAudit(corpus, rulebook, { checks: [check] })
}

/** Messages only: what most tables compare. */
export const messages = (check: string, body: string): string[] => findings(check, body).map(finding => finding.message)

export const seed = (start: string): AuditDocument => {
  const names: Readonly<Record<string, string>> = {
    '000': '000_f13f9cff807cffa8.txt',
    '001': '001_41017df549c1f71d.txt',
    '002': '002_f8e8494414b91d6f.txt',
    '003': '003_a954f8546d252d68.txt',
    '004': '004_f23f2d27ba7f4d15.txt',
  }
  const file = `seeds/${names[start]}`
  return { id: start, file, extraction: extractText(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file) }
}
