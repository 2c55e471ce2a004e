import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Span } from '../model/text.js'
import { foldedWords } from '../store/folded-words.js'
import { taskOf } from '../store/from-rows.js'
import type { ReadDatabase } from '../store/schema.js'
import type { AgencyFilter, Body } from './agency-filter.js'
import { type Branch, firstOf, isOfDocuments, rowsOf, valuesOf } from './in-order.js'
import { codesOf, isUnderCode, ofProvince, type ProvinceFilter } from './province-filter.js'
import { ofVersions, type VersionScope } from './versions.js'

export interface TaskFilter extends VersionScope {
  readonly province?: ProvinceFilter | undefined
  readonly agency?: AgencyFilter | undefined
  /** A year, quarter, month or date that the task is due in; the end of an interval counts. */
  readonly due?: string | undefined
  readonly kind?: TaskListing['kind'] | undefined
  readonly documents?: readonly string[] | undefined
  readonly limit?: number | undefined
  /** Rows to pass over. */
  readonly offset?: number | undefined
}

/** A task as `chitieu extract` gives it, with its document. */
export interface TaskListing {
  readonly id: string
  readonly documentId: string
  readonly document: string | null
  readonly province: string | null
  readonly provinceNow: string | null
  readonly section: string | null
  /** A row of an assignment table, or an item of prose. */
  readonly kind: 'table' | 'assignment'
  /** What the body does, in an item of prose. */
  readonly role: string | null
  readonly group: string | null
  readonly no: string | null
  readonly task: string
  readonly lead: string | null
  readonly support: string | null
  readonly due: string | null
  readonly dueDate: string | null
  readonly product: string | null
  readonly note: string | null
  readonly quote: string
  readonly span: Span
  readonly rule: string
}

/**
 * How documents print the name of a body of the gazetteer: its names and quotes, each pair once, by a step of the index for each. Of two columns
 * compared together SQLite takes but the first to its index, and would go through all places of a name.
 */
async function printedNames(db: Kysely<ReadDatabase>, body: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; quote: string }>`
    with recursive found(id) as (
      select (select id from agency where agency = ${body} order by name, quote limit 1)
      union all
      select coalesce(
        (select n.id from agency n where n.agency = ${body} and n.name = c.name and n.quote > c.quote order by n.quote limit 1),
        (select n.id from agency n where n.agency = ${body} and n.name > c.name order by n.name, n.quote limit 1))
      from found join agency c on c.id = found.id
    ) select c.name, c.quote from found join agency c on c.id = found.id`.execute(db)
  return rows.flatMap(row => [row.name, row.quote])
}

/** Names without those that hold another as whole words: where "so noi vu tinh ha tinh" stands, "so noi vu" does. */
function shortestOf(names: readonly string[]): string[] {
  const given = [...new Set(names)].filter(name => name.trim() !== '')
  return given.filter(name => !given.some(other => other !== name && name.includes(other)))
}

/** The names that documents print for these bodies, or for what they print under the asked name, with the gazetteer's own. */
async function namesOf(db: Kysely<ReadDatabase>, bodies: readonly Body[], asked: string | null): Promise<string[]> {
  const columns = asked === null ? [] : (['name_words', 'quote_words'] as const)
  const asPrinted = (await Promise.all(columns.map(column => valuesOf(db, 'agency', 'agency', { column, value: asked as string })))).flat()
  const ids = [...new Set([...bodies.map(body => body.id), ...asPrinted])]
  const printed = (await Promise.all(ids.map(id => printedNames(db, id)))).flat()
  // A form with a placeholder stands for spellings that the documents' own mentions show.
  const forms = bodies.flatMap(body => [body.name, ...body.forms]).filter(form => !form.includes('{'))
  return shortestOf([...(asked === null ? [] : [asked]), ...[...forms, ...printed].map(words => foldedWords(words))])
}

/** A condition that one of the names stands, as whole words, among those who lead or support. */
const isInvolved = (names: readonly string[]): RawBuilder<boolean> =>
  // What has no words names nobody.
  names.length === 0
    ? sql<boolean>`(1 = 0)`
    : sql<boolean>`(${sql.join(
        names.map(name => sql`body_words like ${`%${name}%`}`),
        sql` or `,
      )})`

async function isAboutAgency(db: Kysely<ReadDatabase>, filter: AgencyFilter): Promise<RawBuilder<boolean>> {
  const conditions = [isInvolved(await namesOf(db, filter.bodies, filter.asked))]
  for (const { body, after } of filter.later)
    conditions.push(sql<boolean>`(substr(sort_key, 3, 8) > ${after.replaceAll('-', '')} and ${isInvolved(await namesOf(db, [body], null))})`)
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`
}

/** What a time within the asked one begins with: a quarter holds its months. */
function beginnings(due: string): string[] {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(due)
  const months = quarter ? [1, 2, 3].map(i => `${quarter[1]}-${String((Number(quarter[2]) - 1) * 3 + i).padStart(2, '0')}`) : []
  return [due, ...months]
}

type Condition = RawBuilder<boolean>

/** Due times within the asked one, in a form that takes no index. */
const isDue = (due: string): Condition =>
  sql<boolean>`(coalesce(due_date, '') = ${due} or ${sql.join(
    beginnings(due).map(time => sql`coalesce(due_end, '') = ${time} or coalesce(due_end, '') like ${`${time}-%`}`),
    sql` or `,
  )})`

/** The ranges of indexes that hold the tasks due in a time: by the end of their time, and by its words as printed. */
async function rangesDue(db: Kysely<ReadDatabase>, due: string): Promise<Condition[][]> {
  const times = [due.split('/').at(-1) as string, ...beginnings(due)]
  const ends = (await valuesOf(db, 'task', 'due_end')).filter(end => times.some(time => end === time || end.startsWith(`${time}-`)))
  const printed = (await valuesOf(db, 'task', 'due')).filter(words => foldedWords(words) === foldedWords(due))
  return [...ends.map(end => [sql<boolean>`due_end = ${end}`, isDue(due)]), ...printed.map(words => [sql<boolean>`due = ${words}`])]
}

const branchOf =
  (db: Kysely<ReadDatabase>, conditions: readonly Condition[]): Branch =>
  limit => {
    let query = db.selectFrom('task').select(['id', 'sort_key', 'kind', 'ordinal']).orderBy('sort_key').orderBy('kind', 'desc').orderBy('ordinal')
    for (const condition of conditions) query = query.where(condition)
    return (limit === undefined ? query : query.limit(limit)).execute()
  }

async function placesOf(db: Kysely<ReadDatabase>, { province, agency, due, kind, documents, allVersions, limit, offset = 0 }: TaskFilter) {
  const rest: Condition[] = [...ofVersions({ allVersions }, sql`task.document_id`, documents !== undefined)]
  if (agency !== undefined) rest.push(await isAboutAgency(db, agency))
  if (documents) rest.push(isOfDocuments(documents))
  if (kind !== undefined) rest.push(sql<boolean>`kind = ${kind}`)
  if (province) rest.push(ofProvince(province, sql`task.document_id`))
  const ranges = due === undefined ? [[]] : await rangesDue(db, due)
  const placed = province === undefined ? ranges : codesOf(province).flatMap(code => ranges.map(range => [...range, isUnderCode(code)]))
  const places = await firstOf(
    placed.map(range => branchOf(db, [...range, ...rest])),
    limit === undefined ? undefined : limit + offset,
  )
  return places.slice(offset)
}

/** Assigned tasks: by province in official order, then by document and in their order there. */
export async function findTasks(db: Kysely<ReadDatabase>, filter: TaskFilter): Promise<TaskListing[]> {
  const ids = (await placesOf(db, filter)).map(place => place.id)
  const rows = await rowsOf(ids, some =>
    db
      .selectFrom('task')
      .innerJoin('document', 'document.id', 'task.document_id')
      .selectAll('task')
      .select(['document.number', 'document.province', 'document.province_now'])
      .where('task.id', 'in', some)
      .execute(),
  )
  return rows.map(t => ({
    id: t.id,
    documentId: t.document_id,
    document: t.number,
    province: t.province,
    provinceNow: t.province_now,
    kind: t.kind,
    role: t.role,
    ...taskOf(t),
  }))
}
