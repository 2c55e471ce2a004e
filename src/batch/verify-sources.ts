import type { Kysely } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { loadExtraction } from '../query/load-extraction.js'
import type { ReadLimits } from '../read/limits.js'
import { readDocumentFile } from '../read/read-file.js'
import type { ReadDatabase } from '../store/schema.js'

/** Something that a source and the database do not agree on. */
export interface VerifyFault {
  readonly document: string | null
  readonly documentId: string
  readonly file: string
  /** `source`: the file itself; else the kind of record. */
  readonly record: string
  readonly message: string
}

export interface VerifyReport {
  readonly files: number
  readonly records: number
  readonly faults: readonly VerifyFault[]
}

type Placed = { readonly quote: string; readonly span: { readonly start: number; readonly end: number } }

async function readAgain(path: string, file: string, limits: ReadLimits) {
  try {
    return await readDocumentFile(path, limits)
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'E_READ_MISSING') return readDocumentFile(file, limits)
    throw error
  }
}

/**
 * Reads every source again and proves three things: its bytes are those that were read, the stored text is the text that they give, and
 * every stored quote, statement and evidence stands in that text where the record says.
 */
export async function verifySources(db: Kysely<ReadDatabase>, limits: ReadLimits, onFile?: (file: string) => void): Promise<VerifyReport> {
  const sources = await db.selectFrom('source_file').selectAll().where('document_id', 'is not', null).orderBy('file').orderBy('path').execute()
  const faults: VerifyFault[] = []
  let records = 0
  for (const source of sources) {
    const documentId = source.document_id as string
    const extraction = await loadExtraction(db, documentId)
    if (!extraction) continue
    const say = (record: string, message: string) => faults.push({ document: extraction.document.number, documentId, file: source.file, record, message })
    let text: string
    try {
      const raw = await readAgain(source.path, source.file, limits)
      text = raw.text
      if (raw.sha256 !== extraction.source.sha256) say('source', 'The file has changed since it was ingested; ingest it again.')
      else if (text !== extraction.text) say('source', 'The stored text is not the text of the file.')
    } catch (error) {
      const fault = error instanceof PipelineError ? `${error.message} (${error.code})` : String(error)
      say('source', fault)
      continue
    }
    const check = (record: string, { quote, span }: Placed): void => {
      records++
      if (text.slice(span.start, span.end) !== quote) say(record, `"${quote.slice(0, 60)}" does not stand at ${span.start}-${span.end}.`)
    }
    const statements = await db.selectFrom('target').select(['statement', 'statement_start', 'statement_end']).where('document_id', '=', documentId).execute()
    for (const t of extraction.targets) check('target', t)
    for (const s of statements) check('statement', { quote: s.statement, span: { start: s.statement_start, end: s.statement_end } })
    for (const c of extraction.citations) check('citation', c)
    for (const t of [...extraction.tasks, ...extraction.assignments]) check('task', t)
    for (const a of extraction.agencies) check('agency', a)
    for (const r of extraction.references) check('cross_reference', r)
    for (const a of extraction.abbreviations) check('abbreviation', a)
    onFile?.(source.file)
  }
  return { files: sources.length, records, faults }
}
