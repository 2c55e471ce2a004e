import { type RawBuilder, sql } from 'kysely'

/**
 * That a row does not stand in a version that another took the place of; `document` is its id. Of an index of those alone, which are few: a listing
 * that is read in the order of another index keeps it.
 */
export const isOfCurrent = (document: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`not exists (select 1 from document superseded where superseded.id = ${document} and superseded.current = 0)`
