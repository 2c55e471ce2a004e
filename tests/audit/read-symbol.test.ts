import { describe, expect, it } from 'vitest'
import { readSymbol, symbolKey } from '../../src/audit/read-symbol.js'

const isType = (code: string): boolean => ['QĐ', 'NĐ', 'KH', 'NQ', 'CTR', 'TT'].includes(code.toUpperCase())

describe('readSymbol', () => {
  it.each([
    ['45/2020/NĐ-CP', { family: 'typed', number: '45', year: 2020, typeCode: 'NĐ', body: 'CP', unit: [] }],
    ['566/QĐ-UBND', { family: 'typed', number: '566', year: null, typeCode: 'QĐ', body: 'UBND', unit: [] }],
    ['0204/KH-UBND', { family: 'typed', number: '204', year: null, typeCode: 'KH', body: 'UBND', unit: [] }],
    ['30c/NQ-CP', { family: 'typed', number: '30c', year: null, typeCode: 'NQ', body: 'CP', unit: [] }],
    ['1398/UBND-NC1', { family: 'letter', number: '1398', year: null, typeCode: null, body: 'UBND', unit: ['NC1'] }],
    ['2231/SNV-CCHC&PC', { family: 'letter', number: '2231', year: null, typeCode: null, body: 'SNV', unit: ['CCHC&PC'] }],
    ['65/UBND', { family: 'letter', number: '65', year: null, typeCode: null, body: 'UBND', unit: [] }],
    ['59/2020/QH14', { family: 'assembly', number: '59', year: 2020, typeCode: null, body: 'QH14', unit: [] }],
    ['528/2018/UBTVQH14', { family: 'assembly', number: '528', year: 2018, typeCode: null, body: 'UBTVQH14', unit: [] }],
    ['39-NQ/TW', { family: 'party', number: '39', year: null, typeCode: 'NQ', body: 'TW', unit: [] }],
    ['31-CTR/TU', { family: 'party', number: '31', year: null, typeCode: 'CTR', body: 'TU', unit: [] }],
    ['45/2020', { family: 'bare', number: '45', year: 2020, typeCode: null, body: null, unit: [] }],
  ])('reads %s', (canonical, expected) => {
    expect(readSymbol(canonical, isType)).toEqual(expected)
  })

  it.each(['TCVN ISO 9001:2015', 'QĐ-UBND', ''])('does not read %s', canonical => {
    expect(readSymbol(canonical, isType)).toBeNull()
  })

  it('meets spellings of one symbol under one key', () => {
    expect(new Set(['0204/KH-UBND', '204/kh-ubnd', '204/KH- UBND'].map(symbolKey)).size).toBe(1)
    expect(symbolKey('76/QÐ-TTg')).toBe(symbolKey('76/QĐ-TTG'))
  })
})
