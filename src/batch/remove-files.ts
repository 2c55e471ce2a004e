import type { Kysely } from 'kysely'
import { noteEntry } from '../store/ledger.js'
import type { ReadDatabase } from '../store/schema.js'
import { removeSource } from '../store/write-document.js'
import type { FileOutcome } from './ingest-file.js'

type Db = Kysely<ReadDatabase>

/** The files of the ledger that are, or were, below these paths: the path itself, a folder's files, an archive's documents. */
export async function filesBelow(db: Db, paths: readonly string[]): Promise<{ path: string; file: string }[]> {
  const found = new Map<string, { path: string; file: string }>()
  for (const path of paths) {
    const rows = await db
      .selectFrom('source_file')
      .select(['path', 'file'])
      // Paths compare by code point in both databases, and 0 is the sign after the slash.
      .where(eb => eb.or([eb('path', '=', path), eb.and([eb('path', '>', `${path}/`), eb('path', '<', `${path}0`)])]))
      .orderBy('path')
      .execute()
    for (const row of rows) found.set(row.path, row)
  }
  return [...found.values()]
}

/** Forgets files that are gone, each in a transaction with its row in the ledger. */
export async function removeFiles(db: Db, files: readonly { path: string; file: string }[], runId: string): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  for (const source of files) {
    await removeSource(db, source.path, tx => noteEntry(tx, runId, source, { outcome: 'removed' }))
    outcomes.push({ kind: 'removed', file: source.file })
  }
  return outcomes
}
