import { type Kysely, type RawBuilder, sql } from 'kysely'
import { slicesOf } from '../model/slices.js'
import { isOfCurrent } from '../store/current-version.js'
import type { ReadDatabase } from '../store/schema.js'

/** Where a row stands in a listing, and which it is. */
export interface Place {
  readonly id: string
  readonly sort_key: string
  readonly ordinal: number
  /** Of tasks: rows of tables stand before items of prose. */
  readonly kind?: string
}

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0)

const inOrder = (a: Place, b: Place): number => descending(b.sort_key, a.sort_key) || descending(a.kind ?? '', b.kind ?? '') || a.ordinal - b.ordinal

/** A part of a listing in the listing's order: no more than so many places. */
export type Branch = (limit: number | undefined) => Promise<readonly Place[]>

/**
 * Ids of the first rows of a listing whose rows are those of several branches. Each branch is a range of an index that has the listing's order, so
 * that no more rows are touched than each could give; one query with `or` or `in` would read and sort all that fit.
 */
export async function firstOf(branches: readonly Branch[], limit: number | undefined): Promise<readonly Place[]> {
  const places = new Map<string, Place>()
  for (const branch of branches) for (const place of await branch(limit)) places.set(place.id, place)
  const all = [...places.values()]
  return (branches.length > 1 ? all.sort(inOrder) : all).slice(0, limit)
}

/** Places of targets or citations under conditions, in the listing's order. */
export const branchOf =
  (db: Kysely<ReadDatabase>, table: 'target' | 'citation', conditions: readonly RawBuilder<boolean>[]): Branch =>
  limit => {
    let query = db
      .selectFrom(table as 'target')
      .select(['id', 'sort_key', 'ordinal'])
      .orderBy('sort_key')
      .orderBy('ordinal')
    for (const condition of conditions) query = query.where(condition)
    return (limit === undefined ? query : query.limit(limit)).execute()
  }

/** That a column has one of these values, in a form that could not take its index in place of that of the listing's order. */
export const isAmong = (column: string, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 0 ? sql<boolean>`false` : sql<boolean>`coalesce(${sql.ref(column)}, '') in (${sql.join(values)})`

/** The same in a form that may take the column's index. */
export const isOneOf = (column: string, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 0 ? sql<boolean>`false` : sql<boolean>`${sql.ref(column)} in (${sql.join(values)})`

/** That a row stands in one of these documents. */
export const isOfDocuments = (ids: readonly string[]): RawBuilder<boolean> =>
  ids.length === 0 ? sql<boolean>`false` : sql<boolean>`document_id in (${sql.join(ids)})`

/** The different values of a column that leads an index, or comes in it behind another whose value is given: a step of the index for each. */
export async function valuesOf<T extends 'target' | 'citation' | 'task' | 'agency'>(
  db: Kysely<ReadDatabase>,
  table: T,
  column: keyof ReadDatabase[T] & string,
  under?: { readonly column: keyof ReadDatabase[T] & string; readonly value: string },
): Promise<string[]> {
  const [from, name] = [sql.table(table), sql.ref(column)]
  const isUnder = under === undefined ? sql`` : sql`${sql.ref(under.column)} = ${under.value} and`
  // An index of the rows that have a value serves only questions that say so.
  const { rows } = await sql<{ value: string }>`
    with recursive found(value) as (
      select min(${name}) from ${from} where ${isUnder} ${name} is not null
      union all
      select (select min(${name}) from ${from} where ${isUnder} ${name} > found.value) from found where found.value is not null
    ) select value from found where value is not null`.execute(db)
  return rows.map(row => row.value)
}

/** As `valuesOf`, of the current versions of decrees only. */
export async function currentValuesOf<T extends 'target' | 'citation'>(
  db: Kysely<ReadDatabase>,
  table: T,
  column: keyof ReadDatabase[T] & string,
  under?: { readonly column: keyof ReadDatabase[T] & string; readonly value: string },
): Promise<string[]> {
  const isUnder = under === undefined ? sql`` : sql`${sql.ref(under.column)} = ${under.value} and`
  const current: string[] = []
  for (const value of await valuesOf(db, table, column, under)) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where ${isUnder} ${sql.ref(column)} = ${value} and ${isOfCurrent(sql.ref(`${table}.document_id`))} limit 1`.execute(db)
    if (rows.length > 0) current.push(value)
  }
  return current
}

/** That a place stands after another one, in the order of a listing of targets or citations. */
export const after = (place: Place | null): readonly RawBuilder<boolean>[] =>
  place === null ? [] : [sql<boolean>`(sort_key, ordinal) > (${place.sort_key}, ${place.ordinal})`]

/** Values in one statement. */
export const AT_ONCE = 1000

/** Rows by their ids, in the order of the ids. */
export async function rowsOf<R extends { readonly id: string }>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const rows = new Map<string, R>()
  for (const some of slicesOf(ids, AT_ONCE)) for (const row of await read(some)) rows.set(row.id, row)
  return ids.flatMap(id => rows.get(id) ?? [])
}
