import { type Kysely, type Selectable, sql } from 'kysely'
import type { Span } from '../model/text.js'
import { foldedWords } from '../store/folded-words.js'
import type { ReadDatabase } from '../store/schema.js'
import { type ProvinceFilter, provinceCondition } from './province-filter.js'

/** What may be asked of targets; what is left out does not narrow. */
export interface TargetFilter {
  readonly province?: ProvinceFilter | undefined
  /** Id of a catalogue entry, or words of its name. */
  readonly indicator?: string | undefined
  readonly field?: string | undefined
  /** A year finds its dates, quarters and the intervals that end in it. */
  readonly deadline?: string | undefined
  readonly role?: string | undefined
  /** Words of the statement, with or without diacritics. */
  readonly text?: string | undefined
  readonly documents?: readonly string[] | undefined
  readonly limit?: number | undefined
}

/** A target as `chitieu extract` gives it, with its document. */
export interface TargetListing {
  readonly id: string
  readonly documentId: string
  readonly document: string | null
  readonly documentType: string | null
  readonly documentDate: string | null
  readonly provinceCode: string | null
  readonly province: string | null
  readonly provinceNow: string | null
  readonly section: string | null
  readonly role: string
  readonly value: number
  readonly valueMax: number | null
  readonly unit: string
  readonly unitNoun: string | null
  readonly denominator: number | null
  readonly comparator: string
  readonly change: string | null
  readonly deadline: string | null
  readonly deadlineSource: string | null
  readonly recurrence: string | null
  readonly levels: readonly string[] | null
  readonly baseline: string | null
  readonly hedged: boolean
  readonly subject: string | null
  readonly indicator: string | null
  readonly indicatorName: string | null
  readonly indicatorScore: number | null
  readonly field: string | null
  readonly quote: string
  readonly span: Span
  readonly statementText: string
  readonly statement: Span
  readonly evidence: Readonly<Record<string, Span>>
  readonly rule: string
}

const toListing = (t: Selectable<ReadDatabase['v_targets']>): TargetListing => ({
  id: t.id,
  documentId: t.document_id,
  document: t.document,
  documentType: t.document_type,
  documentDate: t.document_date,
  provinceCode: t.province_code,
  province: t.province,
  provinceNow: t.province_now,
  section: t.section,
  role: t.role,
  value: t.value,
  valueMax: t.value_max,
  unit: t.unit,
  unitNoun: t.unit_noun,
  denominator: t.denominator,
  comparator: t.comparator,
  change: t.change,
  deadline: t.deadline,
  deadlineSource: t.deadline_source,
  recurrence: t.recurrence,
  levels: t.levels === null ? null : t.levels.split(', ').filter(Boolean),
  baseline: t.baseline,
  hedged: t.hedged === 1,
  subject: t.subject,
  indicator: t.indicator,
  indicatorName: t.indicator_name,
  indicatorScore: t.indicator_score,
  field: t.field,
  quote: t.quote,
  span: { start: t.span_start, end: t.span_end },
  statementText: t.statement,
  statement: { start: t.statement_start, end: t.statement_end },
  evidence: JSON.parse(t.evidence) as Record<string, Span>,
  rule: t.rule,
})

/** The targets, results or contexts that a filter asks for: by province in official order, then as they stand in their documents. */
export async function findTargets(db: Kysely<ReadDatabase>, filter: TargetFilter): Promise<TargetListing[]> {
  let query = db
    .selectFrom('v_targets')
    .selectAll()
    .orderBy(sql`province_code is null`)
    .orderBy('province_code')
    .orderBy('document_date')
    .orderBy('document_id')
    .orderBy('ordinal')
  const { province, indicator, field, deadline, role, text, documents, limit } = filter
  if (province) query = query.where(eb => provinceCondition(eb, province))
  if (indicator !== undefined) {
    query = query.where(eb => eb.or([eb('indicator', '=', indicator), sql<boolean>`vn_words(indicator_name) like ${`%${foldedWords(indicator)}%`}`]))
  }
  if (field !== undefined) query = query.where(sql<boolean>`vn_words(field) like ${`%${foldedWords(field)}%`}`)
  if (deadline !== undefined)
    query = query.where(eb => eb.or([eb('deadline', '=', deadline), eb('deadline_end', '=', deadline), eb('deadline_end', 'like', `${deadline}-%`)]))
  if (role !== undefined) query = query.where('role', '=', role)
  if (text !== undefined) query = query.where(sql<boolean>`vn_words(statement || ' ' || coalesce(subject, '')) like ${`%${foldedWords(text)}%`}`)
  if (documents) query = query.where('document_id', 'in', documents.length > 0 ? documents : [''])
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map(toListing)
}
