import type { Kysely } from 'kysely'
import type { AuditDocument, AuditSource, CitingDocument } from '../model/audit.js'
import { groupBy } from '../model/group.js'
import { slicesOf } from '../model/slices.js'
import { citationOf } from '../store/from-rows.js'
import type { ReadDatabase } from '../store/schema.js'
import { documentIds, loadExtraction } from './load-extraction.js'
import { findVersions, type VersionScope } from './versions.js'

/** Documents whose citations are read by one question. */
const atOnce = 100

async function* citing(db: Kysely<ReadDatabase>, ids: readonly string[]): AsyncGenerator<CitingDocument> {
  for (const some of slicesOf(ids, atOnce)) {
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

/** What an audit looks at: the current version of every decree, or all versions. Findings are wanted of all of them, or of the documents `wanted`. */
export interface AuditScope extends VersionScope {
  readonly wanted?: readonly string[] | undefined
}

/** The documents that are compared: one that is wanted stands in place of its decree's current version, which would contradict it wherever they differ. */
async function comparedIds(db: Kysely<ReadDatabase>, { allVersions, wanted = [] }: AuditScope): Promise<string[]> {
  const ids = await documentIds(db, { allVersions })
  const known = new Set(ids)
  const named = new Set(wanted.filter(id => !known.has(id)))
  if (named.size === 0) return ids
  const versions = (await Promise.all([...named].map(id => findVersions(db, id)))).flat()
  const instead = new Set(versions.map(version => version.id).filter(id => !wanted.includes(id)))
  return (await documentIds(db, { allVersions: true })).filter(id => named.has(id) || (known.has(id) && !instead.has(id)))
}

/** The stored documents for an audit, in an order that does not depend on when they were stored. */
export async function auditSource(db: Kysely<ReadDatabase>, scope: AuditScope = {}): Promise<AuditSource> {
  const ids = await comparedIds(db, scope)
  const asked = scope.wanted && new Set(scope.wanted)
  return { citing: () => citing(db, ids), whole: () => whole(db, asked ? ids.filter(id => asked.has(id)) : ids) }
}
