import { expect, test } from 'vitest'
import { evenCapitals } from '../../../src/read/encoding/even-capitals.js'

test.each([
  ['ủY BAN NHÂN DÂN', 'ỦY BAN NHÂN DÂN'],
  ['ĐịA PHƯƠNG ĐếN NĂM 2030', 'ĐỊA PHƯƠNG ĐẾN NĂM 2030'],
  ['Kế HOạCH', 'KẾ HOẠCH'],
  ['QUYếT ĐịNH Về VIệC', 'QUYẾT ĐỊNH VỀ VIỆC'],
])('%s is %s', (typed, meant) => expect(evenCapitals(typed)).toBe(meant))

test.each(['Hà Nội', 'Bộ Nội vụ', 'Số: 13/2001/TT-BTC', 'UBND xã', 'Sở Tư pháp', 'Về việc ban hành', 'UBND tỉnh Hà Giang, HĐND Vụ Bản'])('%s stays', text =>
  expect(evenCapitals(text)).toBe(text),
)
