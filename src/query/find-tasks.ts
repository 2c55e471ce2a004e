import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Span } from '../model/text.js'
import { foldedWords } from '../store/folded-words.js'
import { taskOf } from '../store/from-rows.js'
import type { ReadDatabase } from '../store/schema.js'
import { absentFirst } from './absent-first.js'
import type { AgencyFilter, Body } from './agency-filter.js'
import { isOfProvince, type ProvinceFilter } from './province-filter.js'
import type { VersionScope } from './versions.js'

export interface TaskFilter extends VersionScope {
  readonly province?: ProvinceFilter | undefined
  readonly agency?: AgencyFilter | undefined
  /** A year, quarter, month or date that the task is due in; the end of an interval counts. */
  readonly due?: string | undefined
  readonly kind?: TaskListing['kind'] | undefined
  readonly documents?: readonly string[] | undefined
  readonly limit?: number | undefined
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

/** The names that documents print for these bodies, or for what they print under the asked name, with the gazetteer's own. */
async function namesOf(db: Kysely<ReadDatabase>, bodies: readonly Body[], asked: string | null): Promise<string[]> {
  const isAsked = sql<boolean>`(name_words = ${asked} or quote_words = ${asked})`
  const asPrinted = db.selectFrom('agency').select('agency').where('agency', 'is not', null).where(isAsked)
  const rows = await db
    .selectFrom('agency')
    .select(['name', 'quote'])
    .distinct()
    .where(eb => {
      const ids = eb(
        'agency',
        'in',
        bodies.map(body => body.id),
      )
      if (asked === null) return ids
      return bodies.length === 0 ? eb('agency', 'in', asPrinted) : eb.or([ids, eb('agency', 'in', asPrinted)])
    })
    .execute()
  // A form with a placeholder stands for spellings that the documents' own mentions show.
  const forms = bodies.flatMap(body => [body.name, ...body.forms]).filter(form => !form.includes('{'))
  return [
    ...new Set([...(asked === null ? [] : [asked]), ...[...forms, ...rows.flatMap(row => [row.name, row.quote])].map(words => foldedWords(words))]),
  ].filter(name => name.trim() !== '')
}

/** A condition that one of the names stands, as whole words, among those who lead or support. */
const isInvolved = (names: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    names.map(name => sql`body_words like ${`%${name}%`}`),
    sql` or `,
  )})`

async function isAboutAgency(db: Kysely<ReadDatabase>, filter: AgencyFilter): Promise<RawBuilder<boolean>> {
  const conditions = [isInvolved(await namesOf(db, filter.bodies, filter.asked))]
  for (const { body, after } of filter.later) conditions.push(sql<boolean>`(document.date > ${after} and ${isInvolved(await namesOf(db, [body], null))})`)
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`
}

/** What a time within the asked one begins with: a quarter holds its months. */
function beginnings(due: string): string[] {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(due)
  const months = quarter ? [1, 2, 3].map(i => `${quarter[1]}-${String((Number(quarter[2]) - 1) * 3 + i).padStart(2, '0')}`) : []
  return [due, ...months]
}

/** Assigned tasks, by document and in their order there. */
export async function findTasks(db: Kysely<ReadDatabase>, filter: TaskFilter): Promise<TaskListing[]> {
  let query = db
    .selectFrom('task')
    .innerJoin('document', 'document.id', 'task.document_id')
    .selectAll('task')
    .select(['document.number', 'document.province', 'document.province_now', 'document.date'])
    .orderBy(sql`province_code is null`)
    .orderBy('document.province_code')
    .orderBy('document.date', absentFirst)
    .orderBy('document.id')
    .orderBy('task.kind', 'desc')
    .orderBy('task.ordinal')
  const { agency, due, kind, province, limit } = filter
  if (agency !== undefined) {
    query = query.where(await isAboutAgency(db, agency))
  }
  if (filter.documents) query = query.where('task.document_id', 'in', filter.documents.length > 0 ? filter.documents : [''])
  else if (!filter.allVersions) query = query.where('document.current', '=', 1)
  if (kind !== undefined) query = query.where('task.kind', '=', kind)
  if (due !== undefined) {
    query = query.where(eb =>
      eb.or([
        eb('due_date', '=', due),
        ...beginnings(due).flatMap(time => [eb('due_end', '=', time), eb('due_end', 'like', `${time}-%`)]),
        sql<boolean>`vn_words(due) = ${foldedWords(due)}`,
      ]),
    )
  }
  if (!province && limit !== undefined) query = query.limit(limit)
  const rows = await query.execute()
  const kept = (province ? rows.filter(row => isOfProvince(province, row)) : rows).slice(0, limit)
  return kept.map(t => ({
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
