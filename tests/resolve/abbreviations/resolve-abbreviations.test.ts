import { describe, expect, test } from 'vitest'
import { rawTextOf } from '../../../src/model/source.js'
import { extractDocument } from '../../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()

function declared(text: string) {
  const { abbreviations } = extractDocument(rawTextOf(text), rulebook)
  return abbreviations.map(a => ({ short: a.short, work: a.work, quote: a.quote, uses: a.uses.map(u => text.slice(u.start, u.end)) }))
}

describe('what a declared short form stands for', () => {
  test('a cited document, with the places where it is used again', () => {
    const text = 'được giao tại Nghị quyết số 347/NQ-CP ngày 24/10/2025 (sau đây gọi tắt là Nghị quyết 347).\n\nTheo Nghị quyết 347 và Nghị quyết 3475.\n'
    expect(declared(text)).toEqual([{ short: 'Nghị quyết 347', work: '347/NQ-CP', quote: '(sau đây gọi tắt là Nghị quyết 347)', uses: ['Nghị quyết 347'] }])
  })
  test('the one document of the type before it, when the type word is the short form', () => {
    expect(declared('theo Quyết định số 468/QĐ-TTg ngày 27/3/2021 (sau đây gọi tắt là Quyết định).')).toMatchObject([{ work: '468/QĐ-TTg', uses: [] }])
    expect(declared('theo Quyết định số 468/QĐ-TTg và Quyết định số 469/QĐ-TTg (sau đây gọi tắt là Quyết định).')).toMatchObject([{ work: null }])
  })
  test('a whole symbol is a citation wherever it stands, and no use', () => {
    const text = 'Nghị định số 255/2025/NĐ-CP ngày 29/9/2025 (gọi tắt là Nghị định số 255/2025/NĐ-CP). Nghị định số 255/2025/NĐ-CP'
    expect(declared(text)).toMatchObject([{ work: '255/2025/NĐ-CP', uses: [] }])
  })
  test('the document before it that bears its number, or that ends where the bracket begins', () => {
    expect(declared('theo Quyết định số 06/QĐ-TTg phê duyệt Đề án phát triển dữ liệu (gọi tắt là Đề án 06); Đề án 06')).toMatchObject([
      { work: '06/QĐ-TTg', uses: ['Đề án 06'] },
    ])
    expect(declared('theo Nghị quyết số 57-NQ/TW của Bộ Chính trị (sau đây gọi tắt là NQ chuyển đổi số); NQ chuyển đổi số')).toMatchObject([
      { work: '57-NQ/TW', uses: ['NQ chuyển đổi số'] },
    ])
  })
  test('no document where the number is of none, of two, or the words are common ones', () => {
    for (const text of [
      'theo Quyết định số 16/QĐ-TTg phê duyệt Đề án phát triển dữ liệu (gọi tắt là Đề án 06)',
      'theo Quyết định số 06/QĐ-TTg và Kế hoạch số 06/KH-UBND phát triển dữ liệu (gọi tắt là Đề án 06)',
      'theo Quyết định số 06/QĐ-TTg về cải cách hành chính (gọi tắt là CCHC)',
    ])
      expect(declared(text)).toMatchObject([{ work: null, uses: [] }])
  })
})
