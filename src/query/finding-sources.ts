import type { Kysely } from 'kysely'
import type { Finding } from '../model/audit.js'
import type { ReadDatabase } from '../store/schema.js'

/** File and text of the documents that findings name, by that name; of several with one name the first that is named. */
export async function findingSources(
  db: Kysely<ReadDatabase>,
  findings: readonly Finding[],
): Promise<Map<string, { readonly file: string | null; readonly text: string }>> {
  const named = new Map<string, string>()
  for (const place of findings.flatMap(finding => [finding, ...finding.related])) if (!named.has(place.document)) named.set(place.document, place.documentId)
  const sources = new Map<string, { file: string | null; text: string }>()
  for (const [name, id] of named) {
    const source = await db.selectFrom('document').select(['file', 'text']).where('id', '=', id).executeTakeFirst()
    if (source) sources.set(name, source)
  }
  return sources
}
