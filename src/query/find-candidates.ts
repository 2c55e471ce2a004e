import { type Kysely, sql } from 'kysely'
import { slicesOf } from '../model/slices.js'
import { isOfCurrent } from '../store/current-version.js'
import type { ReadDatabase } from '../store/schema.js'
import type { CandidateView, Confidence } from '../store/views.js'
import { AT_ONCE } from './in-order.js'

/** A work that a mention can mean, and where it is known from. */
export interface Candidate {
  /** Identity of the work. */
  readonly work: string
  readonly number: string | null
  readonly date: string | null
  readonly title: string | null
  /** The document of the mention, another stored one, or the registry. */
  readonly from: CandidateView['found_in']
  /** Of the registry: a recalled row suggests and settles nothing. */
  readonly confidence: Confidence | null
}

/** What is known of a work from the stored document that it is, the registry, and the mentions of it. */
export interface WorkDescription {
  readonly number: string | null
  readonly date: string | null
  readonly title: string | null
  readonly type: string | null
}

/** Describes works by their ids; one that nothing stored mentions is left out. */
export async function describeWorks(db: Kysely<ReadDatabase>, ids: readonly string[]): Promise<Map<string, WorkDescription>> {
  const found = new Map<string, WorkDescription>()
  const add = (id: string | null, more: WorkDescription): void => {
    if (id === null) return
    const known = found.get(id)
    found.set(id, {
      number: known?.number ?? more.number,
      date: known?.date ?? more.date,
      title: known?.title ?? more.title,
      type: known?.type ?? more.type,
    })
  }
  for (const some of slicesOf([...new Set(ids)], AT_ONCE)) {
    const stored = await db
      .selectFrom('document')
      .select(['work_id', 'number', 'date', 'title', 'type'])
      .where('work_id', 'in', some)
      // The current version first: of those that another took the place of an index tells more cheaply than their rows.
      .orderBy(isOfCurrent(sql`document.id`), 'desc')
      .orderBy('id')
      .execute()
    for (const { work_id, ...rest } of stored) add(work_id, rest)
    const registered = await db
      .selectFrom('registry_document')
      .select(['work_id', 'number', 'date', 'title', 'type'])
      .where('work_id', 'in', some)
      .orderBy('confidence')
      .orderBy('id')
      .execute()
    for (const { work_id, ...rest } of registered) add(work_id, rest)
    const mentioned = await db
      .selectFrom('work')
      .select(eb => {
        const mention = eb
          .selectFrom('citation')
          .select('citation.id')
          .whereRef('citation.work_id', '=', 'work.id')
          .where(isOfCurrent(sql`citation.document_id`))
          .orderBy('citation.id')
          .limit(1)
        return ['work.id', mention.as('first'), mention.where('citation.date', 'is not', null).as('dated')]
      })
      .where('work.id', 'in', some)
      .execute()
    const quoted = [...new Set(mentioned.flatMap(m => [m.dated, m.first]).filter(id => id !== null))]
    for (const ids of slicesOf(quoted, AT_ONCE)) {
      const rows = await db
        .selectFrom('citation')
        .select(['work_id', 'canonical', 'repaired', 'name', 'date', 'type'])
        .where('id', 'in', ids)
        .orderBy('id')
        .execute()
      for (const { work_id, canonical, repaired, name, date, type } of rows) add(work_id, { number: repaired ?? canonical, date, title: name, type })
    }
  }
  return found
}

/**
 * The rows of `v_candidates` for these mentions. The view is the same question of all mentions at once, and a database works out all of it before it
 * picks some: here its parts are asked for the works and documents of these mentions only.
 */
async function candidatesOf(db: Kysely<ReadDatabase>, citations: readonly string[]): Promise<CandidateView[]> {
  const asked = await db.selectFrom('citation').select(['work_id', 'document_id']).where('id', 'in', citations).execute()
  const works = [...new Set(asked.flatMap(row => row.work_id ?? []))]
  if (works.length === 0) return []
  const documents = [...new Set(asked.map(row => row.document_id))]
  // The mentions are read by themselves: PostgreSQL would go through all mentions of each of these works to find them.
  const { rows } = await sql<CandidateView>`
    with r as materialized (select * from v_work_readings where stated_id in (${sql.join(works)})),
    m as materialized (select distinct document_id, work_id from v_document_works where document_id in (${sql.join(documents)})),
    c as materialized (select id, document_id, work_id from citation where id in (${sql.join(citations)})),
    k as (
      select distinct c.id as citation_id, c.document_id, r.work_id, r.confidence,
        case when r.found_in = 'registry' then 3 when m.work_id is not null then 1 else 2 end as place
      from c join document d on d.id = c.document_id join work w on w.id = c.work_id join r on r.stated_id = c.work_id
      left join m on m.document_id = c.document_id and m.work_id = r.work_id
      where w.exact = 1 or (
        (r.family = 'party' or r.dated is null or d.date is null or substr(r.dated, 1, 4) <= substr(cast(d.date as text), 1, 4))
        and (r.province is null or w.province is not null or m.work_id is not null)))
    select citation_id, document_id, work_id, case place when 1 then 'document' when 2 then 'corpus' else 'registry' end as found_in, confidence
    from (select k.*, min(k.place) over (partition by k.citation_id) as nearest from k) ranked
    where place = nearest order by citation_id, work_id`.execute(db)
  return rows
}

/** The works that mentions can mean, by the id of the mention; those without number and name have none. */
export async function findCandidates(db: Kysely<ReadDatabase>, citations: readonly string[]): Promise<Map<string, Candidate[]>> {
  const rows: CandidateView[] = []
  for (const some of slicesOf(citations, AT_ONCE)) rows.push(...(await candidatesOf(db, some)))
  const described = await describeWorks(
    db,
    rows.map(row => row.work_id),
  )
  const found = new Map<string, Candidate[]>()
  for (const { citation_id, work_id, found_in, confidence } of rows) {
    const { number = null, date = null, title = null } = described.get(work_id) ?? {}
    const candidate = { work: work_id, number, date, title, from: found_in, confidence }
    const others = found.get(citation_id)
    if (others) others.push(candidate)
    else found.set(citation_id, [candidate])
  }
  return found
}
