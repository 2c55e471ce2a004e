import { describe, expect, test } from 'vitest'
import { canonicalSymbol, repairSymbol } from '../../../src/resolve/citations/repair-symbol.js'
import { symbolTablesOf } from '../../../src/resolve/citations/symbol-tables.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const tables = symbolTablesOf(loadRulebook())

describe('damaged symbols', () => {
  const hyphenLost = 'the hyphen between type and body is lost'
  const ofState = 'a State number joins its type by a slash and its body by a hyphen'
  const ofParty = 'a Party number joins its type by a hyphen and its body by a slash'
  const split = 'a hyphen stands inside the abbreviation of the body'
  const doubled = 'a letter is doubled'
  const small = 'small letters stand for capitals'
  const cases: readonly [printed: string, read: string, reason: string][] = [
    ['137-QĐ/BTCTTW', '137-QĐ/BTCTW', doubled],
    ['15/QĐ-BBTC', '15/QĐ-BTC', doubled],
    ['137/QĐ-BNVV', '137/QĐ-BNV', doubled],
    ['12-UBNDD', '12-UBND', doubled],
    ['280/CD-TTg', '280/CĐ-TTg', 'Đ printed as D'],
    ['280/CD-TTg-VP', '280/CĐ-TTg-VP', 'Đ printed as D'],
    ['50/KH-SKH-CN', '50/KH-SKHCN', split],
    ['50/KH-SKH-CN-VP', '50/KH-SKHCN-VP', split],
    ['2665QĐ/UBND', '2665/QĐ-UBND', ofState],
    ['2665QĐ-UBND', '2665/QĐ-UBND', ofState],
    ['12-TT-BTC', '12/TT-BTC', ofState],
    ['12-QĐ/UBND', '12/QĐ-UBND', ofState],
    ['12/2020/QĐ_UBND-VX', '12/2020/QĐ-UBND-VX', ofState],
    ['45/2020/NĐ/CP', '45/2020/NĐ-CP', ofState],
    ['223/KH-UBND/2021', '223/KH-UBND', 'a year stands behind a number that has none'],
    ['27-NQ/TƯ', '27-NQ/TW', "the Party's centre is abbreviated TW"],
    ['27/NQ-TW', '27-NQ/TW', ofParty],
    ['27-NQ-TW', '27-NQ/TW', ofParty],
    ['27/NQ/TW', '27-NQ/TW', ofParty],
    ['3027/QĐUBND', '3027/QĐ-UBND', hyphenLost],
    ['3027/QĐUBND-HC', '3027/QĐ-UBND-HC', hyphenLost],
    ['02/2017/TTVPCP', '02/2017/TT-VPCP', hyphenLost],
    ['9/TTrUBND', '9/TTr-UBND', hyphenLost],
    ['12/2014/TTLTBTC-BNV-BTP', '12/2014/TTLT-BTC-BNV-BTP', hyphenLost],
    ['45/2020/nđ-cp', '45/2020/NĐ-CP', small],
    ['12a/2020/qđ-ubnd', '12a/2020/QĐ-UBND', small],
    ['64-qđ/tw', '64-QĐ/TW', small],
    ['12/qđ-xyz', '12/QĐ-XYZ', small],
    ['20/2020/nq-hdnd', '20/2020/NQ-HĐND', `${small}; Đ printed as D`],
    ['12/2020/NQ-HDND', '12/2020/NQ-HĐND', 'Đ printed as D'],
  ]
  test.each(cases)('%s is read as %s: %s', (printed, repaired, reason) => expect(repairSymbol(printed, tables)).toEqual({ repaired, reason }))

  test('blanks and line breaks within are no letters', () => expect(canonicalSymbol('45/2020/ NĐ-\n CP')).toBe('45/2020/NĐ-CP'))
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
    // A Party number has no year and ends with the body: what is printed otherwise may be damaged in more ways than one.
    '27/2020/NQ-TW',
    '27/NQ-TW-VP',
    '123456/QĐ_UBND',
    '51/QĐUB',
    '15/TBUBNDTP',
    '45/2020',
  ])('%s', symbol => {
    expect(repairSymbol(symbol, tables)).toBeNull()
  })
})
