import { describe, expect, test } from 'vitest'
import { repairSymbol } from '../../../src/resolve/citations/repair-symbol.js'
import { symbolTablesOf } from '../../../src/resolve/citations/symbol-tables.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const tables = symbolTablesOf(loadRulebook())

describe('damaged symbols', () => {
  const cases: readonly [printed: string, read: string][] = [
    ['137-QĐ/BTCTTW', '137-QĐ/BTCTW'],
    ['280/CD-TTg', '280/CĐ-TTg'],
    ['50/KH-SKH-CN', '50/KH-SKHCN'],
    ['2665QĐ/UBND', '2665/QĐ-UBND'],
    ['27-NQ/TƯ', '27-NQ/TW'],
    ['27/NQ-TW', '27-NQ/TW'],
    ['12-QĐ/UBND', '12/QĐ-UBND'],
    ['3027/QĐUBND', '3027/QĐ-UBND'],
    ['02/2017/TTVPCP', '02/2017/TT-VPCP'],
    ['45/2020/NĐ/CP', '45/2020/NĐ-CP'],
    ['45/2020/nđ-cp', '45/2020/NĐ-CP'],
    ['223/KH-UBND/2021', '223/KH-UBND'],
    ['12/2020/NQ-HDND', '12/2020/NQ-HĐND'],
  ]
  test.each(cases)('%s is read as %s, with a reason', (printed, read) => {
    const repair = repairSymbol(printed, tables)
    expect(repair?.repaired).toBe(read)
    expect(repair?.reason).toMatch(/\w/)
  })
})

describe('sound, unknown or doubtful symbols are left', () => {
  test.each([
    '45/2020/NĐ-CP',
    '15/NQ-HĐND/2021',
    '39-NQ/TW',
    '31-CTR/TU',
    '24/CTR-UBND',
    '07-KH/BCĐ',
    '48/KH-TCTTKĐA06',
    '79/SNV-XDCQ&TCBC',
    '515/KH-BCA-BNN&MT',
    '43/2015/TTLT-BNNPTNT-BKHĐT',
    '83/2015/QH13',
    '1314/NQ-UBTVQH15',
    '163-CV/ĐU',
    '2001/QLĐĐ-TKKKTTĐĐ',
    '165/BC-KTNS',
    '65/UBND',
    '468/QĐ-TTG',
    '64-CP',
    'QCVN 01:2021/BXD',
  ])('%s', symbol => {
    expect(repairSymbol(symbol, tables)).toBeNull()
  })
})
