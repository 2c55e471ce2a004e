import type { Selectable } from 'kysely'
import type { CitationRecord, Extraction } from '../model/extraction.js'
import type { Database } from './schema.js'
import { targetFields } from './target-fields.js'

/** The stored rows of one document, each table in its order. */
export interface StoredRows {
  readonly document: Selectable<Database['document']>
  readonly section: readonly Selectable<Database['section']>[]
  readonly target: readonly Selectable<Database['target']>[]
  readonly citation: readonly Selectable<Database['citation']>[]
  readonly task: readonly Selectable<Database['task']>[]
  readonly agency: readonly Selectable<Database['agency']>[]
  readonly cross_reference: readonly Selectable<Database['cross_reference']>[]
  readonly abbreviation: readonly Selectable<Database['abbreviation']>[]
  readonly diagnostic: readonly Selectable<Database['diagnostic']>[]
}

const json = (text: string | null) => (text === null ? null : JSON.parse(text))
const placed = (row: { section: string | null; quote: string; span_start: number; span_end: number; rule: string }) => ({
  section: row.section,
  quote: row.quote,
  span: { start: row.span_start, end: row.span_end },
  rule: row.rule,
})

/** What of a citation a row holds, in the table and in its view alike. */
type StoredCitation = Omit<
  Selectable<Database['citation']>,
  'id' | 'document_id' | 'section_id' | 'ordinal' | 'sort_key' | 'canonical_key' | 'repaired_key' | 'name_key' | 'work_id'
>

/** A citation as it was extracted. */
export const citationOf = (c: StoredCitation): CitationRecord =>
  ({
    ...placed(c),
    type: c.type,
    canonical: c.canonical,
    repaired: c.repaired,
    repairReason: c.repair_reason,
    name: c.name,
    date: c.date,
    dateSource: c.date_source,
    issuer: c.issuer,
    pinpoint: c.pinpoint,
    relation: c.relation,
    self: c.self === 1,
    keySpan: { start: c.key_start, end: c.key_end },
    evidence: json(c.evidence),
  }) as CitationRecord

/** What of a task a row holds, whatever stands beside it. */
type StoredTask = Pick<
  Selectable<Database['task']>,
  'section' | 'task_group' | 'no' | 'task' | 'lead' | 'support' | 'due' | 'due_date' | 'product' | 'note' | 'quote' | 'span_start' | 'span_end' | 'rule'
>

/** A task as it was extracted, of a table or of prose. */
export const taskOf = (t: StoredTask) => ({
  ...placed(t),
  group: t.task_group,
  no: t.no,
  task: t.task,
  lead: t.lead,
  support: t.support,
  due: t.due,
  dueDate: t.due_date,
  product: t.product,
  note: t.note,
})

/** Puts the extraction together again: exactly what `toRows` was given. Columns hold what the schema of the extraction checked before they were written. */
export function fromRows(rows: StoredRows): Extraction {
  const d = rows.document
  const extraction = {
    contract: 1,
    source: { file: d.file, sha256: d.sha256, format: d.format, encoding: d.encoding, reader: d.reader, siteMetadata: json(d.site_metadata) },
    text: d.text,
    pages: json(d.pages),
    document: {
      number: d.number,
      type: d.type,
      title: d.title,
      issuer: d.issuer,
      province: d.province_code === null || d.province === null ? null : { code: d.province_code, name: d.province },
      place: d.place,
      date: d.date,
      effectiveDate: d.effective_date,
      signer: d.signer,
      signerTitle: d.signer_title,
      period: d.period,
      recipients: json(d.recipients),
      attachments: json(d.attachments),
      evidence: json(d.evidence),
    },
    sections: rows.section.map(s => ({
      id: s.no,
      parent: s.parent_no,
      kind: s.kind,
      label: s.label,
      title: s.title,
      path: s.path,
      depth: s.depth,
      span: { start: s.span_start, end: s.span_end },
    })),
    targets: rows.target.map(t => ({ ...placed(t), ...targetFields(t) })),
    citations: rows.citation.map(citationOf),
    tasks: rows.task.filter(t => t.kind === 'table').map(taskOf),
    assignments: rows.task.filter(t => t.kind === 'assignment').map(t => ({ ...taskOf(t), role: t.role })),
    agencies: rows.agency.map(a => ({ ...placed(a), name: a.name, id: a.agency, level: a.level, province: a.province, duty: a.duty })),
    references: rows.cross_reference.map(r => ({
      ...placed(r),
      pinpoint: r.pinpoint,
      host: r.host,
      targets: json(r.targets),
      part: r.part,
      resolved: r.resolved === 1,
    })),
    abbreviations: rows.abbreviation.map(a => ({
      ...placed(a),
      short: a.short,
      meaning: a.meaning,
      work: a.work_number,
      uses: json(a.uses),
      evidence: json(a.evidence),
    })),
    diagnostics: rows.diagnostic.map(x => ({
      code: x.code,
      severity: x.severity,
      message: x.message,
      span: x.span_start === null || x.span_end === null ? null : { start: x.span_start, end: x.span_end },
    })),
  }
  return extraction as Extraction
}
