import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { webAnnotations } from '../../src/export/web-annotations.js'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()

interface Selectors {
  readonly source: string
  readonly selector: readonly [{ readonly start: number; readonly end: number }, { readonly exact: string; readonly prefix: string; readonly suffix: string }]
}

/** Follows both selectors as a reader of annotations would, counting in code points. */
function follow(text: string, { selector: [position, quote] }: Selectors): void {
  const points = [...text]
  expect(points.slice(position.start, position.end).join('')).toBe(quote.exact)
  expect(text).toContain(quote.prefix + quote.exact + quote.suffix)
}

const origin = { sha256: '0', reader: 'text', rulesHash: '1', extractorVersion: '2' }

describe('web annotations', () => {
  it.each(readdirSync('seeds').filter(name => name.endsWith('.txt')))('%s: every record is found again by position and by its words', file => {
    const text = readFileSync(`seeds/${file}`, 'utf8')
    const extraction = extractDocument(rawTextOf(text, { file }), rulebook)
    const annotations = webAnnotations(extraction, 'seed', origin)
    const { targets, citations, agencies, tasks } = extraction
    expect(annotations.length).toBe(targets.length + citations.length + agencies.length + tasks.length)
    expect(new Set(annotations.map(a => a.id)).size).toBe(annotations.length)
    for (const annotation of annotations) follow(extraction.text, annotation.target as Selectors)
  })

  it('counts characters beyond the basic plane as one', () => {
    const text = 'Kế hoạch 🙂🙂 năm 2024\n\nPhấn đấu 90% hồ sơ được giải quyết đúng hạn theo Nghị định số 45/2020/NĐ-CP.\n'
    const extraction = extractDocument(rawTextOf(text), rulebook)
    const annotations = webAnnotations(extraction, 'x', origin)
    expect(annotations.length).toBeGreaterThanOrEqual(2)
    for (const annotation of annotations) follow(text, annotation.target as Selectors)
  })
})
