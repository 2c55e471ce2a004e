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

// How the cost grows is measured in bench/; here the limit of the test stops a comparison of all with all.
describe('an audit of a text made to hurt', () => {
  it.each(Object.entries(hostile))(
    'comes to its end: %s',
    (_, make) => {
      const findings = runAudit({ documents: [documentOf('1', make(3000))] }, rulebook)
      expect(findings.every(f => f.document.length > 0)).toBe(true)
    },
    60_000,
  )
})
