import { type Kysely, type Selectable, sql } from 'kysely'
import type { Span } from '../model/text.js'
import { foldedWords } from '../store/folded-words.js'
import { numberKey } from '../store/number-key.js'
import type { ReadDatabase } from '../store/schema.js'
import { absentFirst } from './absent-first.js'

/** What may be asked of citations; what is left out does not narrow. */
export interface CitationFilter {
  /** Number of the cited document in any spelling, or words of its name. */
  readonly to?: string | undefined
  /** Ids of the documents that cite. */
  readonly from?: readonly string[] | undefined
  readonly type?: string | undefined
  readonly relation?: string | undefined
  readonly limit?: number | undefined
}

/** A citation as `chitieu extract` gives it, with the document it stands in and the work it cites. */
export interface CitationListing {
  readonly id: string
  readonly documentId: string
  readonly document: string | null
  readonly documentDate: string | null
  readonly province: string | null
  readonly provinceNow: string | null
  readonly section: string | null
  readonly relation: string
  readonly type: string | null
  readonly canonical: string | null
  readonly repaired: string | null
  readonly repairReason: string | null
  readonly name: string | null
  readonly date: string | null
  readonly dateSource: string | null
  readonly issuer: string | null
  readonly pinpoint: string | null
  readonly self: boolean
  /** Identity of the cited work as far as this mention states it; parts it does not state are `?`. */
  readonly work: string | null
  /** The one work it can mean, by this document and the others; null when several fit. */
  readonly resolvedWork: string | null
  readonly citedDocumentId: string | null
  readonly quote: string
  readonly span: Span
  readonly keySpan: Span
  readonly evidence: Readonly<Record<string, Span>>
  readonly rule: string
}

const toListing = (c: Selectable<ReadDatabase['v_citations']>): CitationListing => ({
  id: c.id,
  documentId: c.document_id,
  document: c.document,
  documentDate: c.document_date,
  province: c.province,
  provinceNow: c.province_now,
  section: c.section,
  relation: c.relation,
  type: c.type,
  canonical: c.canonical,
  repaired: c.repaired,
  repairReason: c.repair_reason,
  name: c.name,
  date: c.date,
  dateSource: c.date_source,
  issuer: c.issuer,
  pinpoint: c.pinpoint,
  self: c.self === 1,
  work: c.work_id,
  resolvedWork: c.resolved_work_id,
  citedDocumentId: c.cited_document_id,
  quote: c.quote,
  span: { start: c.span_start, end: c.span_end },
  keySpan: { start: c.key_start, end: c.key_end },
  evidence: JSON.parse(c.evidence) as Record<string, Span>,
  rule: c.rule,
})

/** The keys under which a user's spelling of a number may be stored: all of it ("TCVN ISO 9001:2015"), and from its first digit without a date or issuer after it. */
function keysOf(to: string): string[] {
  const number = /\d[^\n]*/.exec(to)?.[0].replace(/\s+(ngày|ngay|của|cua|năm|nam)\s.*$/iu, '')
  return [...new Set([numberKey(to), ...(number === undefined ? [] : [numberKey(number)])])].filter(Boolean)
}

/** The citations that a filter asks for, by citing document and as they stand in it. */
export async function findCitations(db: Kysely<ReadDatabase>, filter: CitationFilter): Promise<CitationListing[]> {
  let query = db
    .selectFrom('v_citations')
    .selectAll()
    .orderBy(sql`province_code is null`)
    .orderBy('province_code')
    .orderBy('document_date', absentFirst)
    .orderBy('document_id')
    .orderBy('ordinal')
  const { to, from, type, relation, limit } = filter
  if (to !== undefined) {
    const keys = keysOf(to)
    const words = foldedWords(to)
    query = query.where(eb =>
      eb.or([
        ...(keys.length > 0 ? [eb('canonical_key', 'in', keys), eb('repaired_key', 'in', keys)] : []),
        ...(words.trim().length > 3 ? [sql<boolean>`vn_words(name) like ${`%${words}%`}`] : []),
        sql<boolean>`false`,
      ]),
    )
  }
  if (from) query = query.where('document_id', 'in', from.length > 0 ? from : [''])
  if (type !== undefined) query = query.where(sql<boolean>`vn_words(type) = ${foldedWords(type)}`)
  if (relation !== undefined) query = query.where(sql<boolean>`vn_words(relation) = ${foldedWords(relation)}`)
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map(toListing)
}
