import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rawTextOf } from '../../../src/model/source.js'
import { checkIndicatorExamples } from '../../../src/pipeline/check-indicator-examples.js'
import { extractDocument } from '../../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const read = (text: string) => extractDocument(rawTextOf(text), rulebook)
const assigned = (sentence: string): [string, string | null][] => read(`I. MỤC TIÊU\n\n${sentence}\n`).targets.map(t => [t.quote, t.indicator])

describe('a value gets the indicator of the words around it', () => {
  test.each([
    [
      '- 90% hồ sơ công việc cấp tỉnh; 80% hồ sơ công việc tại cấp huyện được xử lý trên môi trường mạng.',
      ['egov.work-files-online', 'egov.work-files-online'],
    ],
    ['- Tỷ lệ hồ sơ giải quyết trực tuyến trên tổng số hồ sơ đạt tối thiểu 50%.', ['dvctt.online-dossier-share']],
    [
      '- Tối thiểu 80% TTHC có yêu cầu nghĩa vụ tài chính, được triển khai thanh toán trực tuyến, trong số đó, tỷ lệ giao dịch thanh toán trực tuyến đạt từ 30% trở lên.',
      ['tthc.online-payment.enabled', 'tthc.online-payment.share'],
    ],
    [
      '- Giảm 10% số lượng đơn vị sự nghiệp công lập và 10% biên chế sự nghiệp hưởng lương từ ngân sách nhà nước so với năm 2021.',
      ['org.public-units-cut', 'org.public-unit-payroll-cut'],
    ],
    ['- Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước đạt tối thiểu 90%.', ['org.satisfaction.state-agencies']],
    ['- Tỷ lệ phủ sóng mạng di động 4G đạt 100% địa bàn dân cư, mạng di động 5G đạt 50% địa bàn dân cư.', ['infra.4g-fibre-coverage', 'infra.5g-coverage']],
    ['- Tỷ lệ che phủ rừng đạt 42%.', [null]],
  ])('%s', (sentence, expected) => expect(assigned(sentence).map(([, id]) => id)).toEqual(expected))
})

test('another denominator is another indicator', () => {
  expect(assigned('- Kinh tế số chiếm 45% GRDP.').map(([, id]) => id)).toEqual(['economy.digital-share-grdp'])
  expect(assigned('- Kinh tế số chiếm 20% GDP.').map(([, id]) => id)).toEqual(['economy.digital-share-gdp'])
})

test('scores lie between 0 and 1, and are given exactly where an indicator is', () => {
  const text = readFileSync(new URL('../../../seeds/000_f13f9cff807cffa8.txt', import.meta.url), 'utf8')
  const { targets } = read(text)
  expect(targets.filter(t => t.indicator !== null).length).toBeGreaterThan(100)
  for (const t of targets) {
    expect(t.indicator === null).toBe(t.indicatorScore === null)
    if (t.indicatorScore !== null) expect(t.indicatorScore).toBeGreaterThan(0.4)
    expect(t.indicatorScore ?? 0).toBeLessThanOrEqual(1)
  }
})

test('every id of the catalogue stands once', () => {
  const ids = rulebook.tables('indicators').flatMap(t => t.entries.map(e => e.id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('the labelled documents agree with their labels', () => {
  const [, ...rows] = readFileSync(new URL('../../gold/indicator-occurrences.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const seeds: Record<string, string> = { '001': '001_41017df549c1f71d.txt', '003': '003_a954f8546d252d68.txt' }
  const found = new Map<string, string | null>(
    Object.entries(seeds).flatMap(([doc, file]) =>
      read(readFileSync(new URL(`../../../seeds/${file}`, import.meta.url), 'utf8')).targets.map(t => [`${doc},${t.span.start}`, t.indicator] as const),
    ),
  )
  const wrong = rows.map(row => row.split(',')).filter(([slug, doc, start]) => found.get(`${doc},${start}`) !== slug)
  expect(wrong.length / rows.length).toBeLessThanOrEqual(0.05)
})

test('every indicator is found in its examples', () => {
  const { examples, faults } = checkIndicatorExamples(rulebook)
  expect(examples).toBeGreaterThan(90)
  expect(faults).toEqual([])
})
