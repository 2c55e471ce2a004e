import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'

/** By what a document's records were made, so that they can be made again: its bytes, what read them, and the rules. */
export interface Origin {
  readonly sha256: string
  readonly reader: string
  readonly rulesHash: string
  readonly extractorVersion: string
}

/** The origins of stored documents, by id. */
export async function findOrigins(db: Kysely<ReadDatabase>, ids: readonly string[]): Promise<ReadonlyMap<string, Origin>> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'sha256', 'reader', 'rulebook_hash as rulesHash', 'extractor_version as extractorVersion'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...origin }) => [id, origin]))
}
