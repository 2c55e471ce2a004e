import { expect, test } from 'vitest'
import { rawTextOf } from '../../../src/model/source.js'
import { extractDocument } from '../../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()

/** The results of a report with this sentence, each with what it is set against. */
function plansOf(sentence: string): [string, string, string][] {
  const text = `BÁO CÁO\nTình hình thực hiện nhiệm vụ năm 2024\n\nI. KẾT QUẢ ĐẠT ĐƯỢC\n\n${sentence}\n`
  const { targets } = extractDocument(rawTextOf(text), rulebook)
  return targets.flatMap(({ quote, evidence }) =>
    Object.entries(evidence)
      .filter(([key]) => key.startsWith('plan'))
      .map(([key, span]): [string, string, string] => [quote, key, text.slice(span.start, span.end)]),
  )
}

test.each<[string, [string, string, string][]]>([
  [
    'Đến thời điểm hiện tại, tỉnh đã hoàn thành 13/72 nhiệm vụ, đạt 18,05% kế hoạch đề ra.',
    [
      ['13/72', 'plan', 'nhiệm vụ'],
      ['18,05%', 'plan', 'kế hoạch đề ra'],
    ],
  ],
  [
    'Thu ngân sách đạt 3.599 tỷ đồng, bằng 23% dự toán TW giao và bằng 21% dự toán tỉnh giao.',
    [
      ['23%', 'plan', 'dự toán TW giao'],
      ['21%', 'plan', 'dự toán tỉnh giao'],
    ],
  ],
  ['Ước thực hiện cả năm là 11.580 tỷ đồng, vượt 11,69% so dự toán.', [['11,69%', 'planMet', 'dự toán']]],
  ['GRDP bình quân đầu người đạt 80 triệu đồng/người/năm (đạt chỉ tiêu Nghị quyết).', [['80 triệu đồng', 'planMet', 'chỉ tiêu Nghị quyết']]],
  ['Tốc độ tăng trưởng đạt 5,8%, chưa đạt kế hoạch đề ra.', [['5,8%', 'planMissed', 'kế hoạch đề ra']]],
  ['Kim ngạch xuất khẩu đạt 2.600 triệu USD, tăng 6,35% so cùng kỳ.', []],
  ['Đến nay, 100% các sở, ban, ngành đã ban hành Kế hoạch cải cách hành chính năm 2024.', []],
])('%s', (sentence, expected) => expect(plansOf(sentence)).toEqual(expected))
