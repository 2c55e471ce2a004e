import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extractAgencies } from '../../../src/extract/agencies/extract-agencies.js'
import type { DocumentRecord } from '../../../src/model/extraction.js'
import { rawTextOf } from '../../../src/model/source.js'
import { extractDocument, readText } from '../../../src/pipeline/pipeline.js'
import { resolveAgencies } from '../../../src/resolve/agencies/resolve-agencies.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const empty: DocumentRecord = {
  number: null,
  type: null,
  title: null,
  issuer: 'UBND',
  province: null,
  place: null,
  date: null,
  effectiveDate: null,
  signer: null,
  signerTitle: null,
  period: null,
  recipients: null,
  attachments: [],
  evidence: {},
}
const traVinh: DocumentRecord = { ...empty, province: { code: '84', name: 'Trà Vinh' }, date: '2022-02-16' }
const canTho: DocumentRecord = { ...empty, province: { code: '92', name: 'Cần Thơ' }, date: '2025-11-20' }
const hue: DocumentRecord = { ...empty, province: { code: '46', name: 'Thừa Thiên Huế' }, date: '2023-12-22' }

function resolve(text: string, document: DocumentRecord): (readonly [string, string | null])[] {
  const reading = readText(text, rulebook)
  return resolveAgencies(extractAgencies(reading, rulebook), reading, document, rulebook).map(a => [a.name, a.level] as const)
}

describe('a body is named in full, with its level', () => {
  test.each([
    ['Giám đốc Sở Nội vụ', traVinh, 'Sở Nội vụ tỉnh Trà Vinh', 'tỉnh'],
    ['giao Sở TTTT chủ trì', traVinh, 'Sở Thông tin và Truyền thông tỉnh Trà Vinh', 'tỉnh'],
    ['Chủ tịch UBND tỉnh', traVinh, 'Ủy ban nhân dân tỉnh Trà Vinh', 'tỉnh'],
    ['UBND tỉnh Bến Tre', traVinh, 'Ủy ban nhân dân tỉnh Bến Tre', 'tỉnh'],
    ['của UBND cấp huyện', traVinh, 'Ủy ban nhân dân cấp huyện, tỉnh Trà Vinh', 'huyện'],
    ['của UBND cấp huyện, cấp xã', traVinh, 'Ủy ban nhân dân cấp huyện, cấp xã, tỉnh Trà Vinh', null],
    ['của UBND', traVinh, 'Ủy ban nhân dân', null],
    ['- TT TU (b/c);', traVinh, 'Thường trực Tỉnh ủy Trà Vinh', 'tỉnh'],
    ['- TT. TU;', canTho, 'Thường trực Thành ủy Cần Thơ', 'tỉnh'],
    ['UBND thành phố', canTho, 'Ủy ban nhân dân thành phố Cần Thơ', 'tỉnh'],
    ['UBND thành phố Huế', hue, 'Ủy ban nhân dân thành phố Huế', 'huyện'],
    ['Bộ Nội vụ hướng dẫn', traVinh, 'Bộ Nội vụ', 'trung ương'],
    ['Chi cục Hải quan khu vực XIX', canTho, 'Chi cục Hải quan khu vực XIX', null],
    ['Công an xã Long Hòa', traVinh, 'Công an xã Long Hòa', 'xã'],
    ['Báo Trà Vinh', traVinh, 'Báo Trà Vinh', 'tỉnh'],
    ['Đài Phát thanh và Truyền hình tỉnh', hue, 'Đài Phát thanh và Truyền hình tỉnh Thừa Thiên Huế', 'tỉnh'],
  ] as const)('%s', (text, document, name, level) => expect(resolve(text, document)).toEqual([[name, level]]))
})

test('the bodies of a list share the last one’s tail', () => {
  expect(resolve('VBQPPL của Hội đồng nhân dân và UBND các cấp', traVinh).map(([name]) => name)).toEqual([
    'Hội đồng nhân dân các cấp, tỉnh Trà Vinh',
    'Ủy ban nhân dân các cấp, tỉnh Trà Vinh',
  ])
})

test('every successor is a body of the gazetteer', () => {
  const entries = rulebook.tables('agencies').flatMap(f => f.entries)
  const ids = new Set(entries.map(e => e.id))
  expect(ids.size).toBe(entries.length)
  expect(entries.flatMap(e => e.successors).filter(id => !ids.has(id))).toEqual([])
})

test('a decision of Trà Vinh: every body of its recipients', () => {
  const file = readFileSync(new URL('../../../seeds/003_a954f8546d252d68.txt', import.meta.url), 'utf8')
  const { agencies } = extractDocument(rawTextOf(file), rulebook)
  const first = agencies.filter(a => a.span.start > 1180 && a.span.end < 1420).map(a => [a.quote, a.name])
  expect(first).toEqual([
    ['Bộ Nội vụ', 'Bộ Nội vụ'],
    ['Vụ Cải cách hành chính (BNV)', 'Vụ Cải cách hành chính, Bộ Nội vụ'],
    ['TT TU', 'Thường trực Tỉnh ủy Trà Vinh'],
    ['UBND tỉnh', 'Ủy ban nhân dân tỉnh Trà Vinh'],
    ['BLĐVP', 'Văn phòng Ủy ban nhân dân tỉnh Trà Vinh'],
    ['Phòng THNV', 'Phòng THNV, Văn phòng Ủy ban nhân dân tỉnh Trà Vinh'],
    ['ỦY BAN NHÂN DÂN', 'Ủy ban nhân dân tỉnh Trà Vinh'],
  ])
})
