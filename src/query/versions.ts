import type { Kysely, RawBuilder } from 'kysely'
import { isOfCurrent } from '../store/current-version.js'
import type { ReadDatabase } from '../store/schema.js'

/** Which versions of a decree a question is about. */
export interface VersionScope {
  /** Also those that another version took the place of; documents that a question names are found whichever they are. */
  readonly allVersions?: boolean | undefined
}

/** That rows stand in current versions, as conditions of a question: none where it asks for all versions, or for documents that it names. */
export const ofVersions = ({ allVersions }: VersionScope, document: RawBuilder<unknown>, named = false): readonly RawBuilder<boolean>[] =>
  allVersions || named ? [] : [isOfCurrent(document)]

/** A stored source of a decree. */
export interface DocumentVersion {
  readonly id: string
  readonly file: string | null
  readonly format: string
  readonly reader: string
  readonly date: string | null
  readonly current: boolean
}

/** All stored versions of the decree that a document is one of, the current one first; the document alone where nothing tells that others are the same. */
export async function findVersions(db: Kysely<ReadDatabase>, id: string): Promise<DocumentVersion[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'file', 'format', 'reader', 'date', 'current'])
    .where(eb => eb.or([eb('id', '=', id), eb('identity', '=', eb.selectFrom('document').select('identity').where('id', '=', id))]))
    .orderBy('current', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, current: row.current === 1 }))
}
