import { extractCitations } from '../../../src/extract/citations/extract-citations.js'
import type { CitationRecord } from '../../../src/model/extraction.js'
import { toSource } from '../../../src/model/offset-map.js'
import { readText } from '../../../src/pipeline/pipeline.js'
import { resolveCitations } from '../../../src/resolve/citations/resolve-citations.js'
import { resolveMetadata } from '../../../src/resolve/metadata/resolve-metadata.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()

/** A decision of Hà Tĩnh of 22/10/2026 whose first article is the text under test. */
export const decision = (text: string): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n-------\n\nSố: 3504/QĐ-UBND\n\nHà Tĩnh, ngày 22 tháng 10 năm 2026\n\nQUYẾT ĐỊNH\n\nBan hành Chương trình\n\nỦY BAN NHÂN DÂN TỈNH\n\nĐiều 1. Nội dung\n\n${text}.\n`

const attributes = ['quote', 'type', 'canonical', 'repaired', 'name', 'date', 'dateSource', 'issuer', 'pinpoint', 'relation'] as const

/** The attributes of mentions that are looked at; those that are null, and the plain relation, are left out. */
export const formsIn = (citations: readonly Pick<CitationRecord, (typeof attributes)[number]>[]): Partial<CitationRecord>[] =>
  citations.map(
    c =>
      Object.fromEntries(
        attributes.map(name => [name, c[name]]).filter(([name, value]) => value !== null && !(name === 'relation' && value === 'dẫn chiếu')),
      ) as Partial<CitationRecord>,
  )

/** What is read of each mention in a text. */
export function formsOf(text: string): Partial<CitationRecord>[] {
  const source = decision(text)
  const reading = readText(source, rulebook)
  const citations = resolveCitations(extractCitations(reading, rulebook), reading, resolveMetadata(reading, rulebook), rulebook)
  return formsIn(
    citations.map(c => {
      const { start, end } = toSource(reading.normalization.map, c.span)
      return { ...c, quote: source.slice(start, end) }
    }),
  )
}
