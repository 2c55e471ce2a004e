import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/pipeline/pipeline.js'
import { findProvince } from '../../../src/resolve/metadata/find-province.js'
import { findPeriod } from '../../../src/resolve/metadata/period.js'
import { resolveMetadata } from '../../../src/resolve/metadata/resolve-metadata.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const seeds = new URL('../../../seeds/', import.meta.url)
const gold = new URL('../../gold/', import.meta.url)
const seed = (number: string): string => {
  const name = readdirSync(seeds).find(f => f.startsWith(number)) as string
  return readFileSync(new URL(name, seeds), 'utf8').replace(/^\uFEFF/, '')
}
const metadata = (text: string) => resolveMetadata(readText(text, rulebook), rulebook)

test.each(['001', '003', '004'])('the labelled header of %s', number => {
  const want = JSON.parse(readFileSync(new URL(`${number}.meta.json`, gold), 'utf8'))
  const got = metadata(seed(number))
  expect({
    number: got.number,
    type: got.type,
    title: got.title,
    place: got.place,
    date: got.date,
    signer: got.signer,
    period: got.period,
    province: got.province?.name,
    recipients: got.recipients?.length ?? null,
    attachments: got.attachments,
  }).toEqual({
    number: want.number,
    type: want.type,
    title: want.title,
    place: want.place,
    date: want.date,
    signer: want.signer,
    period: want.period,
    province: want.province,
    recipients: want.recipients,
    attachments: want.attachments,
  })
})

test('a decision whose header is lost is known by the note of its own plan', () => {
  expect(metadata(seed('002'))).toMatchObject({
    number: '3044/QĐ-UBND',
    date: '2023-12-22',
    type: 'Quyết định',
    period: '2024',
    province: { code: '46', name: 'Thừa Thiên Huế' },
  })
})

test.each([
  ['Số: 48/2025/NQ-HĐND', 'Nghị quyết'],
  ['Số: 1398/UBND-NC', 'Công văn'],
  ['Số: 12-KH/TU', null],
])('a header without a type word is typed by its symbol: %s', (line, type) => {
  expect(metadata(`ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n\n${line}\n\nHà Tĩnh, ngày 20 tháng 3 năm 2024\n\nNội dung văn bản.`).type).toBe(type)
})

test('nothing is made up where nothing is printed', () => {
  expect(metadata('Công tác cải cách hành chính được đẩy mạnh.')).toMatchObject({
    number: null,
    type: null,
    date: null,
    province: null,
    signer: null,
    period: null,
    recipients: null,
  })
})

describe('periods of titles', () => {
  test.each([
    ['Cải cách hành chính Quý I/2024 tỉnh Hà Tĩnh', '2024-Q1'],
    ['Kế hoạch cải cách hành chính nhà nước giai đoạn 2021 - 2025 của tỉnh Trà Vinh', '2021/2025'],
    ['GIAI ĐOẠN 2022 - 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030', '2022/2025'],
    ['TÀI CHÍNH - NGÂN SÁCH NHÀ NƯỚC 03 NĂM 2026 - 2028 TỈNH CÀ MAU', '2026/2028'],
    ['tình hình kinh tế - xã hội 6 tháng đầu năm 2025', '2025-01/2025-06'],
    ['công tác tháng 11 năm 2025', '2025-11'],
    ['thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị', null],
  ])('%s', (title, want) => expect(findPeriod(title, rulebook)).toBe(want))
})

describe('provinces have time', () => {
  test.each([
    ['TỈNH BẮC NINH', '2025-11-20', '24'],
    ['TỈNH BẮC NINH', '2024-11-20', '27'],
    ['tỉnh Trà Vinh', '2022-02-16', '84'],
    ['Thành phố Hồ Chí Minh', '2025-11-20', '79'],
    ['TỈNH THANH HOÁ', '2020-01-01', '38'],
    ['Berlin', '2020-01-01', undefined],
  ])('%s on %s', (words, date, code) => expect(findProvince(words, date, rulebook)?.code).toBe(code))
})
