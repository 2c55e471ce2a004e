import type { OrderByItemBuilder } from 'kysely'

/** Ascending, rows without a value first: SQLite's own order, which PostgreSQL has to be told. */
export const absentFirst = (order: OrderByItemBuilder): OrderByItemBuilder => order.asc().nullsFirst()
