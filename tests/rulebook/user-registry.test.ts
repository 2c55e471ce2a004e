import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { registryFromCsv } from '../../scripts/registry-file.js'
import { runAudit } from '../../src/audit/run-audit.js'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const csv = `canonical,type,date,title,source
4321/QĐ-UBND,Quyết định,5/6/2020,"Danh mục dịch vụ công, đợt 1",sổ văn thư
4322/QĐ-UBND,Quyết định,2020-06-06,Danh mục của năm sau,
`
const folder = mkdtempSync(join(tmpdir(), 'chitieu-registry-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = `ỦY BAN NHÂN DÂN
TỈNH HÀ TĨNH

Số: 3504/QĐ-UBND
Hà Tĩnh, ngày 22 tháng 10 năm 2021

QUYẾT ĐỊNH
Ban hành Chương trình

Điều 1. Thực hiện Quyết định số 4321/QĐ-UBND ngày 15/6/2020 và Quyết định số 4322/QĐ-UBND ngày 16/6/2020 của UBND tỉnh.
`

function audit(directory?: string) {
  const rulebook = loadRulebook(directory)
  const extraction = extractDocument(rawTextOf(text), rulebook)
  return runAudit({ documents: [{ id: '1', file: null, extraction }] }, rulebook, { checks: ['citation.registry-mismatch'] })
}

describe("a user's own registry", () => {
  test('a CSV becomes a file of rules, and the audit uses its rows; those without a source only suggest', () => {
    expect(audit()).toEqual([])
    writeFileSync(join(folder, 'own.yaml'), registryFromCsv(csv, 'Documents of the province.'))
    expect(audit(folder)).toMatchObject([{ severity: 'error', suggestion: 'ngày 5/6/2020' }])
  })

  test.each([
    ['a date that does not exist', 'canonical,type,date\n1/QĐ-UBND,Quyết định,2020-13-01\n', /row 2, date/],
    ['a row without its type', 'canonical,type\n1/QĐ-UBND,Quyết định\n2/QĐ-UBND,\n', /row 3, type/],
    ['an unknown status', 'canonical,type,status\n1/QĐ-UBND,Quyết định,fine\n', /row 2, status/],
  ])('%s is refused with its row and column', (_, table, want) => {
    expect(() => registryFromCsv(table, 'Own.')).toThrow(want)
  })
})
