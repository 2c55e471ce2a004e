import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { CitationRecord } from '../model/extraction.js'
import { slicesOf } from '../model/slices.js'
import { isOfCurrent } from '../store/current-version.js'
import { foldedWords } from '../store/folded-words.js'
import { citationOf } from '../store/from-rows.js'
import { numberKey } from '../store/number-key.js'
import type { Sight } from '../store/record-sights.js'
import type { ReadDatabase } from '../store/schema.js'
import { type Candidate, findCandidates } from './find-candidates.js'
import { AT_ONCE, after, branchOf, currentValuesOf, firstOf, isAmong, isOfDocuments, type Place, rowsOf, valuesOf } from './in-order.js'
import { ofVersions, type VersionScope } from './versions.js'

type Condition = RawBuilder<boolean>

/** What may be asked of citations; what is left out does not narrow. */
export interface CitationFilter extends VersionScope {
  /** Number of the cited document in any spelling, or words of its name. */
  readonly to?: string | undefined
  /** Ids of the documents that cite. */
  readonly from?: readonly string[] | undefined
  readonly type?: string | undefined
  readonly relation?: string | undefined
  readonly limit?: number | undefined
  /** Rows to pass over. */
  readonly offset?: number | undefined
}

/** A citation as `chitieu extract` gives it, with the document it stands in and the work it cites. */
export interface CitationListing extends CitationRecord, Sight {
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

type Shown = 'document' | 'document_date' | 'province' | 'province_now' | 'resolved_work_id' | 'cited_document_id'
type Row = Selectable<ReadDatabase['citation']> & Pick<Selectable<ReadDatabase['v_citations']>, Shown>

const toListing = (c: Row, candidates: readonly Candidate[]): CitationListing => ({
  id: c.id,
  documentId: c.document_id,
  document: c.document,
  documentDate: c.document_date,
  province: c.province,
  provinceNow: c.province_now,
  ...citationOf(c),
  page: c.page,
  doubtful: c.doubtful === 1,
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
          .selectFrom('v_law_numbers')
          .select('work_id')
          .where('found_in', '=', 'document')
          .where(laws[0] as Condition)
          .execute()
  const works = new Set([...[...registered, ...named].map(row => row.work_id), ...(await worksNumbered(db, keys))])
  return { keys, words, works, stated: await statedFor(db, [...works]) }
}

/** Works of the mentions that print one of these numbers, or are read as one. */
async function worksNumbered(db: Kysely<ReadDatabase>, keys: readonly string[]): Promise<string[]> {
  const columns = ['canonical_key', 'repaired_key'] as const
  return (await Promise.all(keys.flatMap(value => columns.map(column => currentValuesOf(db, 'citation', 'work_id', { column, value }))))).flat()
}

/**
 * Works, as mentions state them, that may mean one of these: themselves, those of the same number, and laws by a name that one of these bears.
 * What each mention means is told by its candidates.
 */
async function statedFor(db: Kysely<ReadDatabase>, works: readonly string[]): Promise<string[]> {
  const stated = new Set(works)
  for (const some of slicesOf(works, AT_ONCE)) {
    const names = await sql<{ family: string; symbol: string }>`
      select distinct 'named' as family, name_key as symbol from work_name where work_id in (${sql.join(some)})
      union select 'named', name_key from registry_document where work_id in (${sql.join(some)}) and name_key is not null
      union select family, symbol from registry_document where work_id in (${sql.join(some)})
      union select family, symbol from work where id in (${sql.join(some)})`.execute(db)
    for (const { family, symbol } of names.rows)
      for (const { id } of await db.selectFrom('work').select('id').where('family', '=', family).where('symbol', '=', symbol).execute()) stated.add(id)
  }
  return [...stated]
}

/** Names, as citations print them, that have words. */
const namesWith = async (db: Kysely<ReadDatabase>, words: string | null): Promise<string[]> =>
  words === null ? [] : (await valuesOf(db, 'citation', 'name')).filter(name => foldedWords(name).includes(words))

const is = (column: string, value: string): Condition => sql<boolean>`${sql.ref(column)} = ${value}`

const foldedEqual = async (db: Kysely<ReadDatabase>, column: 'type' | 'relation', asked: string): Promise<string[]> =>
  (await valuesOf(db, 'citation', column)).filter(value => foldedWords(value) === foldedWords(asked))

/** The ranges of an index that together hold what a filter asks for, and what their rows must also have. */
interface Plan {
  readonly ranges: readonly Condition[]
  readonly rest: readonly Condition[]
}

async function planOf(db: Kysely<ReadDatabase>, { from, type, relation, ...scope }: CitationFilter, named: Named | null): Promise<Plan> {
  const types = type === undefined ? null : await foldedEqual(db, 'type', type)
  const relations = relation === undefined ? null : await foldedEqual(db, 'relation', relation)
  const versions = ofVersions(scope, sql`citation.document_id`, from !== undefined)
  const ofRelations = relations ? [isAmong('relation', relations)] : []
  const among = [...(types ? [isAmong('type', types)] : []), ...ofRelations, ...versions]
  if (from) return { ranges: [isOfDocuments(from)], rest: among }
  if (named) {
    const { keys, words, stated } = named
    const ranges = [
      ...keys.flatMap(key => [is('canonical_key', key), is('repaired_key', key)]),
      ...(await namesWith(db, words)).map(name => is('name', name)),
      ...stated.map(work => is('work_id', work)),
    ]
    return { ranges, rest: among }
  }
  if (types) return { ranges: types.map(value => is('type', value)), rest: [...ofRelations, ...versions] }
  if (relations) return { ranges: relations.map(value => is('relation', value)), rest: versions }
  return { ranges: [sql<boolean>`true`], rest: versions }
}

/** The one work that a mention means: the one it states, or its only candidate, unless that is only recalled. */
function resolvedOf({ work_id, exact, family }: { work_id: string | null; exact: number | null; family: string | null }, candidates: readonly Candidate[]) {
  if (exact === 1 && family !== 'named') return work_id
  const [only, ...others] = candidates
  return only !== undefined && others.length === 0 && (only.confidence ?? 'confirmed') === 'confirmed' ? only.work : null
}

/** The first stored document of each work, of its current version. */
async function documentsOfWorks(db: Kysely<ReadDatabase>, works: readonly string[]): Promise<Map<string | null, string>> {
  const found = new Map<string | null, string>()
  for (const some of slicesOf(works, AT_ONCE)) {
    const rows = await db
      .selectFrom('document')
      .select(['work_id', 'id'])
      .where('work_id', 'in', some)
      .where(isOfCurrent(sql`document.id`))
      .orderBy('id', 'desc')
      .execute()
    for (const { work_id, id } of rows) found.set(work_id, id)
  }
  return found
}

/** Citations at places, with what they can mean: as `v_citations` has them, which works out the candidates of all citations before it picks some. */
async function listingsAt(db: Kysely<ReadDatabase>, places: readonly Place[]): Promise<CitationListing[]> {
  const ids = places.map(place => place.id)
  const rows = await rowsOf(ids, some =>
    db
      .selectFrom('citation as c')
      .innerJoin('document as d', 'd.id', 'c.document_id')
      .leftJoin('work as w', 'w.id', 'c.work_id')
      .selectAll('c')
      .select(['d.number as document', 'd.date as document_date', 'd.province', 'd.province_now', 'w.exact', 'w.family'])
      .where('c.id', 'in', some)
      .execute(),
  )
  const candidates = await findCandidates(db, ids)
  const resolved = new Map(rows.map(row => [row.id, resolvedOf(row, candidates.get(row.id) ?? [])]))
  const cited = await documentsOfWorks(db, [...new Set([...resolved.values()].filter(work => work !== null))])
  return rows.map(row => {
    const work = resolved.get(row.id) ?? null
    return toListing({ ...row, resolved_work_id: work, cited_document_id: cited.get(work) ?? null }, candidates.get(row.id) ?? [])
  })
}

/** The citations that a filter asks for, by citing document and as they stand in it. */
export async function findCitations(db: Kysely<ReadDatabase>, filter: CitationFilter): Promise<CitationListing[]> {
  const { to, limit, offset = 0 } = filter
  const named = to === undefined ? null : await nameWorks(db, to)
  const { ranges, rest } = await planOf(db, filter, named)
  const next = (last: Place | null, count: number | undefined) =>
    firstOf(
      ranges.map(range => branchOf(db, 'citation', [range, ...rest, ...after(last)])),
      count,
    )
  if (named === null) return listingsAt(db, (await next(null, limit === undefined ? undefined : limit + offset)).slice(offset))
  // What a mention means is known only when it is read: more are read until the page is full.
  const found: CitationListing[] = []
  const end = limit === undefined ? undefined : limit + offset
  for (let last: Place | null = null; ; ) {
    const places: readonly Place[] = await next(last, end)
    found.push(...(await listingsAt(db, places)).filter(row => isNamed(row, named)))
    last = places.at(-1) ?? null
    if (end === undefined || found.length >= end || places.length < end) return found.slice(offset, end)
  }
}

/** A mention that prints the number or the name, or whose nearest candidates hold the work: a law of that name may be another by the document's own words. */
const isNamed = (row: CitationListing, { keys, words, works }: Named): boolean =>
  row.candidates.some(c => works.has(c.work)) ||
  [row.canonical, row.repaired].some(number => number !== null && keys.includes(numberKey(number))) ||
  (words !== null && row.name !== null && foldedWords(row.name).includes(words))
