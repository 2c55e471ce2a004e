import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'

/** A file that could not be stored when it was last read. */
export interface FailureListing {
  readonly file: string
  readonly code: string | null
  readonly message: string | null
  readonly hint: string | null
}

/** The failed files of the ledger, by name. */
export async function findFailures(db: Kysely<ReadDatabase>, limit: number | undefined): Promise<FailureListing[]> {
  const query = db.selectFrom('source_file').select(['file', 'code', 'message', 'hint']).where('status', '=', 'failed').orderBy('file').orderBy('path')
  return (limit === undefined ? query : query.limit(limit)).execute()
}
