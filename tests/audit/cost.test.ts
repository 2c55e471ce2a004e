import { describe, expect, it } from 'vitest'
import { runAudit } from '../../src/audit/run-audit.js'
import { documentOf, rulebook } from './audit-text.js'

/** Texts made to hurt: thousands of neighbours that every pairwise check would compare. */
const hostile: Readonly<Record<string, (lines: number) => string>> = {
  'decrees of few days': lines =>
    Array.from({ length: lines }, (_, i) => `Nghị định số ${i % 997}/2020/NĐ-CP ngày ${1 + (i % 28)}/4/2020 của Chính phủ;`).join('\n\n'),
  'plans of one day': lines => Array.from({ length: lines }, (_, i) => `¹ Kế hoạch số ${i}/KH-BCĐ ngày 24/01/2024`).join('\n\n'),
  'headings that repeat': lines => Array.from({ length: lines }, (_, i) => `${'abcd'[i % 4]}) Nhiệm vụ`).join('\n\n'),
}

describe('the cost of an audit', () => {
  it.each(Object.entries(hostile))('stays in step with the text: %s', (_, make) => {
    const cost = (lines: number): number => {
      const corpus = { documents: [documentOf('1', make(lines))] }
      const begin = performance.now()
      runAudit(corpus, rulebook)
      return performance.now() - begin
    }
    cost(200)
    expect(cost(1600)).toBeLessThan(40 * Math.max(cost(200), 10))
  })
})
