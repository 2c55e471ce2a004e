import { describe, expect, test } from 'vitest'
import { createExtractor } from '../../src/index.js'
import { parsePinpoint } from '../../src/resolve/references/parse-pinpoint.js'

const extract = await createExtractor()
const decision = `QUYẾT ĐỊNH
Về việc ban hành Quy định
Điều 1. Phạm vi điều chỉnh
1. Quy định tiêu chuẩn theo Kế hoạch kèm theo.
2. Đối tượng nêu tại khoản 1 Điều này gồm:
a) Cơ quan;
b) Đơn vị quy định tại điểm a khoản này.
Điều 2. Tổ chức thực hiện
1. Thực hiện các khoản 1 và 2 Điều 1 Quyết định này.
Điều 3. Nghị định này không phải là văn bản này; xem Điều 9 Quyết định này.
Nơi nhận:
- Như Điều 2;
KẾ HOẠCH
Triển khai tiêu chuẩn
(Kèm theo Quyết định số 5/QĐ-UBND ngày 01/02/2025 của Ủy ban nhân dân tỉnh)
I. MỤC TIÊU
Các cơ quan thực hiện Kế hoạch này theo Quyết định này.`

test('a document points at its own provisions, parts and attachments', () => {
  const found = extract(decision).references.map(r => [r.quote, r.targets.map(t => t.path), r.part, r.resolved])
  expect(found).toEqual([
    ['Kế hoạch kèm theo', [], 1, true],
    ['khoản 1 Điều này', ['Điều 1/1'], null, true],
    ['điểm a khoản này', ['Điều 1/2/a'], null, true],
    ['các khoản 1 và 2 Điều 1 Quyết định này', ['Điều 1/1', 'Điều 1/2'], 0, true],
    ['Điều 9 Quyết định này', [], 0, false],
    ['Điều 2', ['Điều 2'], 0, true],
    ['Kế hoạch này', [], 1, true],
    ['Quyết định này', [], 0, true],
  ])
})

describe('pinpoints are read from the narrowest level to the widest', () => {
  test.each([
    [
      'điểm a, b và đ khoản 2 Điều 5',
      [
        ['điểm', 'a b đ'],
        ['khoản', '2'],
        ['Điều', '5'],
      ],
    ],
    [
      'điểm a đến e khoản 1',
      [
        ['điểm', 'a b c d đ e'],
        ['khoản', '1'],
      ],
    ],
    ['Điều 4, 6, 7 và 8', [['Điều', '4 6 7 8']]],
    ['Phụ lục', [['Phụ lục', '']]],
  ])('%s', (pinpoint, want) => expect(parsePinpoint(pinpoint).map(s => [s.unit, s.labels.join(' ')])).toEqual(want))
})
