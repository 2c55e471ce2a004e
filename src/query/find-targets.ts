import { type Kysely, type Selectable, sql } from 'kysely'
import type { TargetRecord } from '../model/extraction.js'
import { foldedWords } from '../store/folded-words.js'
import type { ReadDatabase } from '../store/schema.js'
import { targetFields } from '../store/target-fields.js'
import { absentFirst } from './absent-first.js'
import { type ProvinceFilter, provinceCondition } from './province-filter.js'

/** What may be asked of targets; what is left out does not narrow. */
export interface TargetFilter {
  readonly province?: ProvinceFilter | undefined
  /** Id of a catalogue entry, the beginning of ids up to a dot, or words of names. */
  readonly indicator?: string | undefined
  readonly field?: string | undefined
  /** A year finds its dates, quarters and the intervals that end in it. */
  readonly deadline?: string | undefined
  readonly role?: string | undefined
  /** An administrative level that the value is for. */
  readonly level?: string | undefined
  /** Words of the statement, with or without diacritics. */
  readonly text?: string | undefined
  readonly documents?: readonly string[] | undefined
  readonly limit?: number | undefined
}

/** A target as `chitieu extract` gives it, with its document. */
export interface TargetListing extends TargetRecord {
  readonly id: string
  readonly documentId: string
  readonly document: string | null
  readonly documentType: string | null
  readonly documentDate: string | null
  readonly provinceCode: string | null
  readonly province: string | null
  readonly provinceNow: string | null
  readonly indicatorName: string | null
  readonly statementText: string
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
  ...targetFields(t),
  indicatorName: t.indicator_name,
  quote: t.quote,
  span: { start: t.span_start, end: t.span_end },
  statementText: t.statement,
  rule: t.rule,
})

/** The targets, results or contexts that a filter asks for: by province in official order, then as they stand in their documents. */
export async function findTargets(db: Kysely<ReadDatabase>, filter: TargetFilter): Promise<TargetListing[]> {
  let query = db
    .selectFrom('v_targets')
    .selectAll()
    .orderBy(sql`province_code is null`)
    .orderBy('province_code')
    .orderBy('document_date', absentFirst)
    .orderBy('document_id')
    .orderBy('ordinal')
  const { province, indicator, field, deadline, role, level, text, documents, limit } = filter
  if (province) query = query.where(eb => provinceCondition(eb, province))
  if (indicator !== undefined) {
    query = query.where(eb =>
      eb.or([
        eb('indicator', '=', indicator),
        sql<boolean>`substr(indicator, 1, ${indicator.length + 1}) = ${`${indicator}.`}`,
        sql<boolean>`vn_words(indicator_name) like ${`%${foldedWords(indicator)}%`}`,
      ]),
    )
  }
  if (field !== undefined) query = query.where(sql<boolean>`vn_words(field) like ${`%${foldedWords(field)}%`}`)
  if (deadline !== undefined)
    query = query.where(eb => eb.or([eb('deadline', '=', deadline), eb('deadline_end', '=', deadline), eb('deadline_end', 'like', `${deadline}-%`)]))
  if (role !== undefined) query = query.where('role', '=', role)
  if (level !== undefined) query = query.where(sql<boolean>`', ' || levels || ', ' like ${`%, ${level}, %`}`)
  if (text !== undefined) query = query.where(sql<boolean>`vn_words(statement || ' ' || coalesce(subject, '')) like ${`%${foldedWords(text)}%`}`)
  if (documents) query = query.where('document_id', 'in', documents.length > 0 ? documents : [''])
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map(toListing)
}
