import type { Diagnostic } from '../model/diagnostic.js'
import type { Extraction } from '../model/extraction.js'
import { toSource } from '../model/offset-map.js'
import type { Reading } from '../model/reading.js'
import type { RawText } from '../model/source.js'
import type { Span } from '../model/text.js'
import type { Records } from '../resolve/resolve.js'

/** Maps every span of the records to the source text and fills in the words that stand there. */
export function toExtraction(raw: RawText, reading: Reading, records: Records, diagnostics: readonly Diagnostic[]): Extraction {
  const { map } = reading.normalization
  const { blocks, sections } = reading.segmentation
  const paths = new Map(sections.map(s => [s.id, s.path]))
  const at = (span: Span): Span => toSource(map, span)
  const quote = (span: Span): string => raw.text.slice(span.start, span.end)
  const pathOf = (block: number): string | null => {
    const section = blocks[block]?.section
    return section === null || section === undefined ? null : (paths.get(section) ?? null)
  }
  const place = <T extends { block: number; span: Span }>(record: T) => {
    const span = at(record.span)
    // To copy all and take the block away again would be slow: such objects are looked up by name from then on.
    const placed: Record<string, unknown> = { section: pathOf(record.block) }
    for (const name in record) if (name !== 'block') placed[name] = record[name]
    placed.quote = quote(span)
    placed.span = span
    return placed as Omit<T, 'block'> & { section: string | null; quote: string; span: Span }
  }
  const evidence = (spans: Readonly<Record<string, Span>>): Record<string, Span> =>
    Object.fromEntries(Object.entries(spans).map(([name, span]) => [name, at(span)]))

  return {
    contract: 1,
    source: { file: raw.file, sha256: raw.sha256, format: raw.format, encoding: raw.encoding, reader: raw.reader, siteMetadata: raw.siteMetadata },
    text: raw.text,
    pages: raw.pages ? raw.pages.map(page => ({ ...page })) : null,
    document: { ...records.document, evidence: evidence(records.document.evidence) },
    sections: sections.map(({ id, parent, kind, label, title, path, depth, span }) => ({ id, parent, kind, label, title, path, depth, span: at(span) })),
    targets: records.targets.map(t => Object.assign(place(t), { statement: at(t.statement), evidence: evidence(t.evidence) })),
    citations: records.citations.map(c => Object.assign(place(c), { keySpan: at(c.keySpan), evidence: evidence(c.evidence) })),
    tasks: records.tasks.map(place),
    assignments: records.assignments.map(place),
    agencies: records.agencies.map(place),
    references: records.references.map(place),
    abbreviations: records.abbreviations.map(a => ({ ...place(a), uses: a.uses.map(at), evidence: evidence(a.evidence) })),
    diagnostics: [...raw.notes, ...diagnostics.map(d => ({ ...d, span: d.span && at(d.span) }))],
  }
}
