import type { Insertable } from 'kysely'
import type { CitationRecord, Extraction, SectionRecord, TaskRecord } from '../model/extraction.js'
import { foldWords } from '../model/fold.js'
import { isLawType } from '../model/law-name.js'
import type { Span } from '../model/text.js'
import { nameKey, type WorkKey, withType, workKey } from '../model/work-key.js'
import { identityOf, ownWork } from './document-identity.js'
import { foldedWords } from './folded-words.js'
import { numberKey } from './number-key.js'
import { cutPassages } from './passages.js'
import { sightFinder } from './record-sights.js'
import type { Database } from './schema.js'
import { sortKey } from './sort-key.js'
import { storable } from './storable.js'

/** What a document's rows say beyond its extraction: by what it was extracted, and what its province is part of today. */
export interface ExtractionOrigin {
  readonly rulebookHash: string
  readonly extractorVersion: string
  readonly provinceNow: string | null
}

/** The rows of one document, by table. */
export interface DocumentRows {
  readonly document: Insertable<Database['document']>
  readonly section: readonly Insertable<Database['section']>[]
  readonly work: readonly Insertable<Database['work']>[]
  readonly target: readonly Insertable<Database['target']>[]
  readonly work_name: readonly Insertable<Database['work_name']>[]
  readonly citation: readonly Insertable<Database['citation']>[]
  readonly task: readonly Insertable<Database['task']>[]
  readonly agency: readonly Insertable<Database['agency']>[]
  readonly cross_reference: readonly Insertable<Database['cross_reference']>[]
  readonly abbreviation: readonly Insertable<Database['abbreviation']>[]
  readonly diagnostic: readonly Insertable<Database['diagnostic']>[]
  readonly passage: readonly Insertable<Database['passage']>[]
  readonly target_words: readonly Insertable<Database['target_words']>[]
}

/** A document is its bytes: the same file anywhere has the same id. */
export const documentId = (sha256: string): string => sha256.slice(0, 16)

const endOf = (time: string | null): string | null => time?.split('/').at(-1) ?? null
const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)

/** Finds the section a record stands in: of those with its path the last that begins before it, else the first. */
function sectionFinder(sections: readonly SectionRecord[]): (path: string | null, span: Span) => number | null {
  const byPath = new Map<string, { section: SectionRecord; index: number }[]>()
  sections.forEach((section, index) => {
    const same = byPath.get(section.path) ?? []
    byPath.set(section.path, same)
    same.push({ section, index })
  })
  return (path, span) => {
    const candidates = path === null ? undefined : byPath.get(path)
    if (!candidates) return null
    return (candidates.findLast(c => c.section.span.start <= span.start) ?? candidates[0])?.index ?? null
  }
}

const toWorkRow = ({ key, family, symbol, when, province, exact }: WorkKey): Insertable<Database['work']> => ({
  id: key,
  family,
  symbol,
  dated: when,
  province,
  exact: flag(exact),
})

/** The folded name that stands with a mention: of a numbered document only a law's, which is cited by it too. */
function nameKeyOf(c: CitationRecord, text: string): string | null {
  if (c.canonical === null) return c.name === null ? null : nameKey(withType(c.name, c.type)).key
  const name = c.evidence.name
  return name && isLawType(c.type) ? nameKey(text.slice(name.start, name.end)).key : null
}

/** Names that stand with a law's number, each once. */
function toWorkNames(citations: readonly Insertable<Database['citation']>[], works: ReadonlyMap<string, WorkKey>): Insertable<Database['work_name']>[] {
  const named = new Map<string, Insertable<Database['work_name']>>()
  for (const { canonical, name_key, work_id, date } of citations) {
    const work = canonical && work_id ? works.get(work_id) : undefined
    const dated = date ?? work?.when
    if (work?.exact && name_key && dated) named.set(`${name_key}|${dated}|${work.key}`, { name_key, dated, work_id: work.key })
  }
  return [...named.values()]
}

const toTaskRow = (t: TaskRecord) => ({
  task_group: t.group,
  no: t.no,
  task: t.task,
  lead: t.lead,
  support: t.support,
  due: t.due,
  due_date: t.dueDate,
  due_end: endOf(t.dueDate),
  body_words: foldedWords(`${t.lead ?? ''} ; ${t.support ?? ''}`),
  product: t.product,
  note: t.note,
})

/** Turns an extraction into rows. Ids are made of the document's id and the record's place in order, so that they never depend on what else is stored. */
export function toRows(given: Extraction, origin: ExtractionOrigin): DocumentRows {
  const extraction = storable(given)
  const { document: d, source, text, sections } = extraction
  const id = documentId(source.sha256)
  const sectionOf = sectionFinder(sections)
  const sectionId = (index: number | null): string | null => (index === null ? null : `${id}-s${index + 1}`)
  // What is common to records stands behind their own fields: an object that begins as a copy and gets fields after takes forty times as long to make.
  const placed = (letter: string, record: { section: string | null; quote: string; span: Span; rule: string }, ordinal: number) => ({
    id: `${id}-${letter}${ordinal + 1}`,
    document_id: id,
    section_id: sectionId(sectionOf(record.section, record.span)),
    section: record.section,
    ordinal,
    quote: record.quote,
    span_start: record.span.start,
    span_end: record.span.end,
    rule: record.rule,
  })
  const sight = sightFinder(extraction)
  const sighted = ({ span }: { span: Span }) => {
    const { page, doubtful } = sight(span)
    return { page, doubtful: flag(doubtful) }
  }
  const sort_key = sortKey(d.province?.code ?? null, d.date, id)
  const works = new Map<string, WorkKey>()
  const work = (key: WorkKey | null): string | null => {
    if (key) works.set(key.key, key)
    return key?.key ?? null
  }
  const province = d.province?.name ?? null
  const citation = extraction.citations.map((c, ordinal) => ({
    sort_key,
    type: c.type,
    canonical: c.canonical,
    canonical_key: c.canonical === null ? null : numberKey(c.canonical),
    repaired: c.repaired,
    repaired_key: c.repaired === null ? null : numberKey(c.repaired),
    repair_reason: c.repairReason,
    name: c.name,
    name_key: nameKeyOf(c, text),
    date: c.date,
    date_source: c.dateSource,
    issuer: c.issuer,
    pinpoint: c.pinpoint,
    relation: c.relation,
    self: flag(c.self),
    work_id: work(workKey(c, province)),
    key_start: c.keySpan.start,
    key_end: c.keySpan.end,
    evidence: JSON.stringify(c.evidence),
    ...sighted(c),
    ...placed('c', c, ordinal),
  }))

  return {
    document: {
      id,
      sha256: source.sha256,
      file: source.file,
      format: source.format,
      encoding: source.encoding,
      reader: source.reader,
      site_metadata: source.siteMetadata && JSON.stringify(source.siteMetadata),
      number: d.number,
      number_key: d.number === null ? null : numberKey(d.number),
      type: d.type,
      title: d.title,
      issuer: d.issuer,
      province_code: d.province?.code ?? null,
      province,
      province_now: origin.provinceNow,
      place: d.place,
      date: d.date,
      effective_date: d.effectiveDate,
      signer: d.signer,
      signer_title: d.signerTitle,
      period: d.period,
      recipients: d.recipients && JSON.stringify(d.recipients),
      attachments: JSON.stringify(d.attachments),
      evidence: JSON.stringify(d.evidence),
      work_id: work(ownWork(d)),
      identity: identityOf(d),
      text,
      pages: extraction.pages && JSON.stringify(extraction.pages),
      rulebook_hash: origin.rulebookHash,
      extractor_version: origin.extractorVersion,
    },
    section: sections.map((s, ordinal) => ({
      id: `${id}-s${ordinal + 1}`,
      document_id: id,
      ordinal,
      no: s.id,
      parent_no: s.parent,
      kind: s.kind,
      label: s.label,
      title: s.title,
      path: s.path,
      depth: s.depth,
      span_start: s.span.start,
      span_end: s.span.end,
    })),
    target: extraction.targets.map((t, ordinal) => ({
      sort_key,
      province,
      role: t.role,
      value: t.value,
      value_max: t.valueMax,
      unit: t.unit,
      unit_noun: t.unitNoun,
      denominator: t.denominator,
      per: t.per,
      out_of: t.outOf,
      comparator: t.comparator,
      change: t.change,
      deadline: t.deadline,
      deadline_end: endOf(t.deadline),
      deadline_source: t.deadlineSource,
      recurrence: t.recurrence,
      levels: t.levels?.join(', ') ?? null,
      baseline: t.baseline,
      place: t.place,
      exception: t.exception,
      hedged: flag(t.hedged),
      subject: t.subject,
      indicator: t.indicator,
      indicator_score: t.indicatorScore,
      field: t.field,
      statement: text.slice(t.statement.start, t.statement.end),
      statement_start: t.statement.start,
      statement_end: t.statement.end,
      evidence: JSON.stringify(t.evidence),
      ...sighted(t),
      ...placed('t', t, ordinal),
    })),
    citation,
    work_name: toWorkNames(citation, works),
    task: [
      ...extraction.tasks.map((t, ordinal) => ({ sort_key, kind: 'table' as const, role: null, ...toTaskRow(t), ...placed('n', t, ordinal) })),
      ...extraction.assignments.map((t, ordinal) => ({ sort_key, kind: 'assignment' as const, role: t.role, ...toTaskRow(t), ...placed('p', t, ordinal) })),
    ],
    agency: extraction.agencies.map((a, ordinal) => ({
      name: a.name,
      agency: a.id,
      level: a.level,
      province: a.province,
      duty: a.duty,
      name_words: foldedWords(a.name),
      quote_words: foldedWords(a.quote),
      ...placed('a', a, ordinal),
    })),
    cross_reference: extraction.references.map((r, ordinal) => ({
      pinpoint: r.pinpoint,
      host: r.host,
      targets: JSON.stringify(r.targets),
      part: r.part,
      resolved: flag(r.resolved),
      ...placed('r', r, ordinal),
    })),
    abbreviation: extraction.abbreviations.map((a, ordinal) => ({
      short: a.short,
      meaning: a.meaning,
      work_number: a.work,
      uses: JSON.stringify(a.uses),
      evidence: JSON.stringify(a.evidence),
      ...placed('b', a, ordinal),
    })),
    diagnostic: extraction.diagnostics.map((x, ordinal) => ({
      id: `${id}-d${ordinal + 1}`,
      document_id: id,
      ordinal,
      code: x.code,
      severity: x.severity,
      message: x.message,
      span_start: x.span?.start ?? null,
      span_end: x.span?.end ?? null,
    })),
    passage: cutPassages(text, sections).map(({ span, section }, ordinal) => ({
      document_id: id,
      section_id: sectionId(section),
      ordinal,
      span_start: span.start,
      span_end: span.end,
      folded: foldWords(text.slice(span.start, span.end)),
    })),
    target_words: extraction.targets.map((t, ordinal) => ({
      target_id: `${id}-t${ordinal + 1}`,
      folded: foldedWords(`${text.slice(t.statement.start, t.statement.end)} ${t.subject ?? ''}`),
    })),
    work: [...works.values()].map(toWorkRow),
  }
}
