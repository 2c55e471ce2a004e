import type { Kysely } from 'kysely'
import type { AuditCorpus, AuditDocument } from '../model/audit.js'
import type { ReadDatabase } from '../store/schema.js'
import { documentIds, loadExtraction } from './load-extraction.js'

/** Loads what the audit compares: every document, in an order that does not depend on when it was stored. */
export async function loadAuditCorpus(db: Kysely<ReadDatabase>): Promise<AuditCorpus> {
  const documents: AuditDocument[] = []
  for (const id of await documentIds(db)) {
    const extraction = await loadExtraction(db, id)
    if (extraction) documents.push({ id, file: extraction.source.file, extraction })
  }
  return { documents }
}
