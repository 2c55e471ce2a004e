import { expect, test } from 'vitest'
import { normalize } from '../../src/normalize/normalize.js'

test.each([
  ['dưới 22,5% vào năm 2015và xuống còn 20%', 'dưới 22,5% vào năm 2015 và xuống còn 20%'],
  ['ngày 30 tháng11 năm2011 của', 'ngày 30 tháng 11 năm 2011 của'],
  ['đến năm 2030đạt 90%', 'đến năm 2030 đạt 90%'],
  ['chế biến, chế tạotăng1,36%; hơi nước tăng1,06%', 'chế biến, chế tạo tăng 1,36%; hơi nước tăng 1,06%'],
  ['-Sở Nội vụ tham mưu;\n-UBND tỉnh ban hành.', '- Sở Nội vụ tham mưu;\n- UBND tỉnh ban hành.'],
])('%s gets its blanks back', (source, text) => expect(normalize(source).text).toBe(text))

test.each(['xe 2015cc', 'mã 12015và', 'lô 2020vàng', 'Covid19', 'mã tăng15', 'thángX', '-100% hồ sơ', 'số 71/NQ\n-CP của Chính phủ'])('%s stays', source =>
  expect(normalize(source).text).toBe(source),
)
