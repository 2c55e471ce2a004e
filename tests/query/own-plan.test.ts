import { expect, test } from 'vitest'
import type { TargetListing } from '../../src/query/find-targets.js'
import { judgeByOwnPlan } from '../../src/query/own-plan.js'
import { englishIn } from '../model/english-in.js'
import { aTarget } from './a-target.js'

const STATEMENT = 'tỉnh đã hoàn thành 13/72 nhiệm vụ, đạt 18,05% kế hoạch đề ra'
const at = (quote: string) => ({ start: STATEMENT.indexOf(quote), end: STATEMENT.indexOf(quote) + quote.length })
const result = (overrides: Partial<TargetListing>): TargetListing =>
  aTarget({ role: 'result', comparator: 'eq', statementText: STATEMENT, statement: { start: 0, end: STATEMENT.length }, indicator: null, ...overrides })

const ratio = result({ value: 13, denominator: 72, unit: 'count', unitNoun: 'nhiệm vụ', quote: '13/72', span: at('13/72'), evidence: { plan: at('nhiệm vụ') } })
const share = (overrides: Partial<TargetListing> = {}): TargetListing =>
  result({ value: 18.05, quote: '18,05%', span: at('18,05%'), deadline: '2024', evidence: { plan: at('kế hoạch đề ra') }, ...overrides })

/** An increase that the words of its sentence say met the plan. */
function said(sentence: string, quote: string, plan: string): TargetListing {
  const span = (words: string) => ({ start: sentence.indexOf(words), end: sentence.indexOf(words) + words.length })
  const value = Number(quote.replace('%', '').replace(',', '.'))
  return share({ statementText: sentence, statement: span(sentence), value, quote, span: span(quote), change: 'increase', evidence: { planMet: span(plan) } })
}

test.each<[string, TargetListing, string | null, RegExp]>([
  [
    'less than the plan in its year is not reached',
    share(),
    'not reached',
    /18,05 % of it in 2024; 13\/72 calculated again is 18,06 %, the report says 18,05 %/,
  ],
  ['less than the plan before its year is over is not yet due', share({ deadline: '2024-Q1' }), 'not comparable', /not yet due: 18,05 % of it by 2024-Q1/],
  ['the whole plan is reached', share({ value: 100 }), 'reached', /100 % of it/],
  ['an estimate is told as one', share({ value: 100, comparator: 'approx' }), 'reached', /as the report expects/],
  ['a ratio is calculated', ratio, 'not reached', /18,06 % of it/],
  ['words that say it was met', share({ evidence: { planMet: at('kế hoạch đề ra') } }), 'reached', /report says that it was met/],
  ['by how much it was exceeded', said('thu nội địa 11.080 tỷ đồng, ước vượt 10,22% so dự toán', '10,22%', 'dự toán'), 'reached', /^10,22 % beyond it$/],
  [
    'growth that met its goal did not exceed it by as much',
    said('Tốc độ tăng trưởng kinh tế năm 2025 ước đạt 8% so cùng kỳ (đạt mục tiêu đề ra)', '8%', 'mục tiêu đề ra'),
    'reached',
    /^the report says that it was met$/,
  ],
  ['words that say it was missed', share({ evidence: { planMissed: at('kế hoạch đề ra') } }), 'not reached', /missed/],
  ['a share without a time', share({ deadline: null, documentDate: null }), 'not comparable', /does not say when/],
  ['a value beside no plan', share({ evidence: {} }), null, /^$/],
])('%s', (_, given, state, why) => {
  const judged = judgeByOwnPlan(given.denominator === null ? given : { ...given, deadline: '2024' }, [ratio, given])
  expect(judged?.state ?? null).toBe(state)
  expect(judged?.why.en ?? '').toMatch(why)
  expect(englishIn(judged?.why.vi ?? '')).toEqual([])
})

test('the plan is named in its own words', () => expect(judgeByOwnPlan(share(), [])?.plan).toBe('kế hoạch đề ra'))

test('the reason is told in Vietnamese', () =>
  expect(judgeByOwnPlan(share(), [ratio])?.why.vi).toBe('đạt 18,05 % kế hoạch trong 2024; 13/72 tính lại là 18,06 %, báo cáo ghi 18,05 %'))
