import { type Kysely, type Migration, sql } from 'kysely'

/** What made a document's text, and what the law site it came from says of it. Whatever was stored before was plain text. */
export const readers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw("alter table document add column reader text not null default 'text'").execute(db)
    await sql.raw('alter table document add column site_metadata text').execute(db)
  },
}
