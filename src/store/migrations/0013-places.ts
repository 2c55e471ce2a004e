import { type Kysely, type Migration, sql } from 'kysely'
import { runStatements } from './run-statements.js'

const columns = runStatements(
  ['target', 'citation'].flatMap(table => [
    `alter table ${table} add column page integer`,
    `alter table ${table} add column doubtful integer not null default 0`,
    `update ${table} set doubtful = 1 where exists (
      select 1 from diagnostic x where x.document_id = ${table}.document_id and x.code = 'D_DOUBTFUL' and x.span_start = ${table}.span_start and x.span_end = ${table}.span_end)`,
  ]),
)

interface PagedDocument {
  readonly id: string
  readonly pages: string
}

/** The page that a record of a paged source begins on, and whether it rests on words that the reader was not sure of. */
export const places: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await columns.up(db)
    const { rows } = await sql<PagedDocument>`select id, pages from document where pages is not null`.execute(db)
    for (const { id, pages } of rows)
      for (const { number, start, end } of JSON.parse(pages) as { number: number; start: number; end: number }[])
        for (const table of ['target', 'citation'])
          await sql`update ${sql.table(table)} set page = ${number} where document_id = ${id} and span_start >= ${start} and span_start < ${end}`.execute(db)
  },
}
