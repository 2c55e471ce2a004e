import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { CitationRecord } from '../model/extraction.js'
import { foldedWords } from '../store/folded-words.js'
import { citationOf } from '../store/from-rows.js'
import { numberKey } from '../store/number-key.js'
import type { ReadDatabase } from '../store/schema.js'
import { absentFirst } from './absent-first.js'
import { type Candidate, findCandidates } from './find-candidates.js'

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
export interface CitationListing extends CitationRecord {
  readonly id: string
  readonly documentId: string
  readonly document: string | null
  readonly documentDate: string | null
  readonly province: string | null
  readonly provinceNow: string | null
  /** Identity of the cited work as far as this mention states it; parts it does not state are `?`. */
  readonly work: string | null
  /** The one work it can mean, by this document, the others and the registry; null when none or several fit. */
  readonly resolvedWork: string | null
  /** All works it can mean, by the nearest evidence there is. */
  readonly candidates: readonly Candidate[]
  readonly citedDocumentId: string | null
}

const toListing = (c: Selectable<ReadDatabase['v_citations']>, candidates: readonly Candidate[]): CitationListing => ({
  id: c.id,
  documentId: c.document_id,
  document: c.document,
  documentDate: c.document_date,
  province: c.province,
  provinceNow: c.province_now,
  ...citationOf(c),
  work: c.work_id,
  resolvedWork: c.resolved_work_id,
  candidates,
  citedDocumentId: c.cited_document_id,
})

/** The keys under which a user's spelling of a number may be stored: all of it ("TCVN ISO 9001:2015"), and from its first digit without a date or issuer after it. */
function keysOf(to: string): string[] {
  const number = /\d[^\n]*/.exec(to)?.[0].replace(/\s+(ngày|ngay|của|cua|năm|nam)\s.*$/iu, '')
  return [...new Set([numberKey(to), ...(number === undefined ? [] : [numberKey(number)])])].filter(Boolean)
}

/** What of the stored works a user's word for a document names. */
interface Named {
  readonly keys: readonly string[]
  /** Words of a name, one blank around each; null where too short to tell. */
  readonly words: string | null
  /** Works of that number or name. */
  readonly works: ReadonlySet<string>
  /** Works, as mentions state them, that can be one of these: a law by name and day for its number. */
  readonly stated: readonly string[]
}

async function nameWorks(db: Kysely<ReadDatabase>, to: string): Promise<Named> {
  const keys = keysOf(to)
  const folded = foldedWords(to)
  const words = folded.trim().length > 3 ? folded : null
  const laws = words === null ? [] : [sql<boolean>`' ' || name_key || ' ' like ${`%${words}%`}`]
  const registered = await db
    .selectFrom('registry_document')
    .select('work_id')
    .where(eb => eb.or([...(keys.length > 0 ? [eb('number_key', 'in', keys)] : []), ...laws, sql<boolean>`false`]))
    .execute()
  const named =
    words === null
      ? []
      : await db
          .selectFrom('work_name')
          .select('work_id')
          .where(laws[0] as RawBuilder<boolean>)
          .execute()
  const numbered =
    keys.length === 0
      ? []
      : await db
          .selectFrom('citation')
          .select('work_id')
          .distinct()
          .where(eb => eb.or([eb('canonical_key', 'in', keys), eb('repaired_key', 'in', keys)]))
          .execute()
  const works = new Set([...registered, ...named, ...numbered].flatMap(row => row.work_id ?? []))
  if (works.size === 0) return { keys, words, works, stated: [] }
  const readings = await db
    .selectFrom('v_work_readings')
    .select('stated_id')
    .distinct()
    .where('work_id', 'in', [...works])
    .execute()
  return { keys, words, works, stated: readings.map(row => row.stated_id) }
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
  const named = to === undefined ? null : await nameWorks(db, to)
  if (named) {
    const { keys, words, stated } = named
    query = query.where(eb =>
      eb.or([
        ...(keys.length > 0 ? [eb('canonical_key', 'in', keys), eb('repaired_key', 'in', keys)] : []),
        ...(words === null ? [] : [sql<boolean>`vn_words(name) like ${`%${words}%`}`]),
        ...(stated.length > 0 ? [eb('work_id', 'in', stated)] : []),
        sql<boolean>`false`,
      ]),
    )
  }
  if (from) query = query.where('document_id', 'in', from.length > 0 ? from : [''])
  if (type !== undefined) query = query.where(sql<boolean>`vn_words(type) = ${foldedWords(type)}`)
  if (relation !== undefined) query = query.where(sql<boolean>`vn_words(relation) = ${foldedWords(relation)}`)
  if (limit !== undefined && named === null) query = query.limit(limit)
  const rows = await query.execute()
  const candidates = await findCandidates(
    db,
    rows.map(row => row.id),
  )
  return rows
    .map(row => toListing(row, candidates.get(row.id) ?? []))
    .filter(row => named === null || isNamed(row, named))
    .slice(0, limit)
}

/** A mention that prints the number or the name, or whose nearest candidates hold the work: a law of that name may be another by the document's own words. */
const isNamed = (row: CitationListing, { keys, words, works }: Named): boolean =>
  row.candidates.some(c => works.has(c.work)) ||
  [row.canonical, row.repaired].some(number => number !== null && keys.includes(numberKey(number))) ||
  (words !== null && row.name !== null && foldedWords(row.name).includes(words))
