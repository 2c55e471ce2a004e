import type { Kysely } from 'kysely'
import type { AuditDocument, AuditSource, CitingDocument } from '../model/audit.js'
import { groupBy } from '../model/group.js'
import { citationOf } from '../store/from-rows.js'
import type { ReadDatabase } from '../store/schema.js'
import { documentIds, loadExtraction } from './load-extraction.js'

/** Documents whose citations are read by one question. */
const atOnce = 100

async function* citing(db: Kysely<ReadDatabase>, ids: readonly string[]): AsyncGenerator<CitingDocument> {
  for (let i = 0; i < ids.length; i += atOnce) {
    const some = ids.slice(i, i + atOnce)
    const rows = await db.selectFrom('document').select(['id', 'file', 'number', 'date']).where('id', 'in', some).execute()
    const citations = await db
      .selectFrom('citation')
      .selectAll()
      .where('document_id', 'in', some)
      // Nothing is compared by anything else.
      .where('canonical', 'is not', null)
      .where('date', 'is not', null)
      .orderBy('document_id')
      .orderBy('ordinal')
      .execute()
    const documents = new Map(rows.map(row => [row.id, row]))
    const own = groupBy(citations, citation => citation.document_id)
    for (const id of some) {
      const document = documents.get(id)
      if (document) yield { id, file: document.file, extraction: { document, citations: (own.get(id) ?? []).map(citationOf) } }
    }
  }
}

/** A stored document as the audit sees it; null when there is no such document. */
export async function loadAuditDocument(db: Kysely<ReadDatabase>, id: string): Promise<AuditDocument | null> {
  const extraction = await loadExtraction(db, id)
  return extraction && { id, file: extraction.source.file, extraction }
}

async function* whole(db: Kysely<ReadDatabase>, ids: readonly string[]): AsyncGenerator<AuditDocument> {
  for (const id of ids) {
    const document = await loadAuditDocument(db, id)
    if (document) yield document
  }
}

/**
 * The stored documents for an audit, in an order that does not depend on when they were stored: all of them are compared, and findings are wanted of
 * those with the ids `wanted`, of all by default.
 */
export async function auditSource(db: Kysely<ReadDatabase>, wanted?: readonly string[]): Promise<AuditSource> {
  const ids = await documentIds(db)
  const asked = wanted && new Set(wanted)
  return { citing: () => citing(db, ids), whole: () => whole(db, asked ? ids.filter(id => asked.has(id)) : ids) }
}
