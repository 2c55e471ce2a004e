import type { Kysely } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { numberKey } from '../store/number-key.js'
import type { ReadDatabase } from '../store/schema.js'

/** What is needed to name a document to a person. */
export interface DocumentName {
  readonly id: string
  readonly number: string | null
  readonly province: string | null
  readonly file: string | null
}

/** Every document that a user's word for it names: its id or the beginning of one, its number in any spelling, or its file. Throws `E_QUERY_NO_DOCUMENT`. */
export async function resolveDocuments(db: Kysely<ReadDatabase>, name: string): Promise<DocumentName[]> {
  const base = db.selectFrom('document').select(['id', 'number', 'province', 'file']).orderBy('id')
  const number = name.match(/\d.*$/s)?.[0] ?? name
  const byNumber = await base.where('number_key', 'in', [numberKey(name), numberKey(number)]).execute()
  if (byNumber.length > 0) return byNumber
  if (/^[0-9a-f]{4,16}$/.test(name)) {
    const byId = await base.where('id', '>=', name).where('id', '<', `${name}g`).execute()
    if (byId.length > 0) return byId
  }
  const files = await base.where('file', 'is not', null).execute()
  const byFile = files.filter(d => d.file === name || d.file?.endsWith(`/${name}`))
  if (byFile.length > 0) return byFile
  throw new PipelineError('E_QUERY_NO_DOCUMENT', { document: name })
}

/** The one document a word names; throws `E_QUERY_AMBIGUOUS` with the candidates when it names several. */
export async function resolveDocument(db: Kysely<ReadDatabase>, name: string): Promise<DocumentName> {
  const found = await resolveDocuments(db, name)
  if (found.length === 1) return found[0] as DocumentName
  const candidates = found.map(d => `${d.id} (${[d.number, d.province, d.file].filter(Boolean).join(', ')})`).join('; ')
  throw new PipelineError('E_QUERY_AMBIGUOUS', { document: name, candidates })
}
