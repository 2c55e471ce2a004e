import { type Kysely, sql } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { isOfCurrent } from '../store/current-version.js'
import { numberKey } from '../store/number-key.js'
import type { ReadDatabase } from '../store/schema.js'

/** What is needed to name a document to a person. */
export interface DocumentName {
  readonly id: string
  readonly number: string | null
  readonly province: string | null
  readonly file: string | null
}

/** Whether a number-symbol has this number before its first slash: `384/QĐ-UBND` has "384", `09/2010/QĐ-UBND` has "9". */
const hasNumber = (symbol: string | null, digits: string): boolean =>
  symbol
    ?.split('/')[0]
    ?.replace(/^0+(?=\d)/, '')
    .trim() === digits

/**
 * Every document that a user's word for it names: its number in any spelling, its id or the beginning of one, its file, or the bare number before the symbol.
 * Of the versions of a decree a number means the current one; the others have their ids and files. Throws `E_QUERY_NO_DOCUMENT`.
 */
export async function resolveDocuments(db: Kysely<ReadDatabase>, name: string): Promise<DocumentName[]> {
  const base = db.selectFrom('document').select(['id', 'number', 'province', 'file']).orderBy('id')
  const number = name.match(/\d.*$/s)?.[0] ?? name
  const byNumber = await base
    .where('number_key', 'in', [numberKey(name), numberKey(number)])
    .where(isOfCurrent(sql`document.id`))
    .execute()
  if (byNumber.length > 0) return byNumber
  if (/^[0-9a-f]{4,16}$/.test(name)) {
    const byId = await base.where('id', '>=', name).where('id', '<', `${name}g`).execute()
    if (byId.length > 0) return byId
  }
  const files = await base.where('file', 'is not', null).execute()
  const byFile = files.filter(d => d.file === name || d.file?.endsWith(`/${name}`))
  if (byFile.length > 0) return byFile
  if (/^\d{1,6}$/.test(name)) {
    const digits = numberKey(name)
    const begin = await base.where('number_key', '>=', digits).where('number_key', '<', `${digits}~`).where(isOfCurrent(sql`document.id`)).execute()
    const byDigits = begin.filter(d => hasNumber(d.number, digits))
    if (byDigits.length > 0) return byDigits
  }
  throw new PipelineError('E_QUERY_NO_DOCUMENT', { document: name })
}

/** The one document a word names; throws `E_QUERY_AMBIGUOUS` with the candidates when it names several. */
export async function resolveDocument(db: Kysely<ReadDatabase>, name: string): Promise<DocumentName> {
  const found = await resolveDocuments(db, name)
  if (found.length === 1) return found[0] as DocumentName
  const candidates = found.map(d => `${d.id} (${[d.number, d.province, d.file].filter(Boolean).join(', ')})`).join('; ')
  throw new PipelineError('E_QUERY_AMBIGUOUS', { document: name, candidates })
}
