import { describe, expect, test } from 'vitest'
import { extractAbbreviations } from '../../../src/extract/abbreviations/extract-abbreviations.js'
import { readText } from '../../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const declared = (text: string) => extractAbbreviations(readText(text, rulebook), rulebook).map(a => [a.short.raw, a.meaning?.raw ?? null])

describe('declared short forms', () => {
  const cases: readonly [text: string, want: readonly unknown[]][] = [
    ['thực hiện cải cách hành chính (sau đây viết tắt là CCHC) nhà nước', [['CCHC', 'cải cách hành chính']]],
    ['cán bộ công chức, viên chức (sau đây viết tắt là CBCCVC) và Nhân dân', [['CBCCVC', 'cán bộ công chức, viên chức']]],
    ['đơn vị sự nghiệp công lập (sau đây viết tắt là ĐVSNCL) và biên chế', [['ĐVSNCL', 'đơn vị sự nghiệp công lập']]],
    ['Phê duyệt Chương trình phát triển Chính phủ số (sau đây gọi tắt là Chương trình), với', [['Chương trình', 'Chương trình phát triển Chính phủ số']]],
    [
      'về thực hiện Đề án phát triển ứng dụng dữ liệu về dân cư, tầm nhìn đến năm 2030 (sau đây gọi tắt là Đề án 06)',
      [['Đề án 06', 'Đề án phát triển ứng dụng dữ liệu về dân cư, tầm nhìn đến năm 2030']],
    ],
    ['Ủy ban nhân dân các xã, phường, (sau đây gọi chung là Ủy ban nhân dân cấp xã)', [['Ủy ban nhân dân cấp xã', 'Ủy ban nhân dân các xã, phường']]],
    ['xã, phường, đặc khu (sau đây gọi chung là “cấp xã”)', [['cấp xã', null]]],
    ['mạng thông tin diện rộng (sau đây viết tắt là CCHC)', [['CCHC', null]]],
    ['Chương trình một; các việc khác (sau đây gọi tắt là Chương trình)', [['Chương trình', null]]],
    ['cải cách hành chính (CCHC) và gọi điện', []],
  ]
  test.each(cases)('%s', (text, want) => expect(declared(text)).toEqual(want))
})
