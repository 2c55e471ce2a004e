import type { Kysely, Selectable } from 'kysely'
import { PipelineError } from '../model/errors.js'
import type { RawText } from '../model/source.js'
import { extractDocument } from '../pipeline/pipeline.js'
import { loadExtraction } from '../query/load-extraction.js'
import type { ReadLimits } from '../read/limits.js'
import { readDocumentFile } from '../read/read-file.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { compareRows } from '../store/compare-rows.js'
import { findStrays } from '../store/find-strays.js'
import { loadRows } from '../store/load-rows.js'
import type { ReadDatabase, SourceFileTable } from '../store/schema.js'
import { findWrongVersions } from '../store/settle-versions.js'
import { storableText } from '../store/storable.js'
import { toRows } from '../store/to-rows.js'
import { catalogueDifferences } from '../store/write-catalogue.js'
import { catalogueOf, provincesOf } from './catalogue.js'
import { checkPlaces } from './check-places.js'
import { extractorVersion } from './extractor-version.js'
import { provinceNowOf } from './province-now.js'

/** Something that a source and the database do not agree on. */
export interface VerifyFault {
  readonly document: string | null
  readonly documentId: string
  readonly file: string
  /** `source`: the file itself; `rules`: by what it was extracted; else the table whose row it is. */
  readonly record: string
  readonly message: string
}

export interface VerifyReport {
  readonly files: number
  /** Rows that were compared, or quotes, where the rows could not be made again. */
  readonly records: number
  readonly faults: readonly VerifyFault[]
}

/** What documents are read and extracted by when they are made again. */
export interface VerifyOptions {
  readonly rulebook: Rulebook
  readonly limits: ReadLimits
  readonly onFile?: (file: string) => void
}

type Db = Kysely<ReadDatabase>
type Source = Pick<Selectable<SourceFileTable>, 'path' | 'file' | 'sha256'>
type Say = (record: string, message: string) => void

interface StoredDocument {
  readonly id: string
  readonly number: string | null
  readonly file: string | null
  readonly sha256: string
  readonly rulebook_hash: string
  readonly extractor_version: string
}

async function readAgain({ path, file }: Source, limits: ReadLimits): Promise<RawText> {
  try {
    return await readDocumentFile(path, limits)
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'E_READ_MISSING') return readDocumentFile(file, limits)
    throw error
  }
}

/** The text of a source that still is what was stored, else null, and what is wrong is said. */
async function readSame(source: Source, document: StoredDocument, limits: ReadLimits, say: Say): Promise<RawText | null> {
  if (source.sha256 !== document.sha256) say('source_file', `The file's hash is noted as ${source.sha256}, the document's is ${document.sha256}.`)
  if (source.path.startsWith('upload/')) {
    say('source', 'It was uploaded, and its bytes are not kept: nothing but its own text can prove it.')
    return null
  }
  try {
    const raw = await readAgain(source, limits)
    if (raw.sha256 === document.sha256) return raw
    say('source', `The file has changed since it was ingested (${raw.sha256}, not ${document.sha256}); ingest it again.`)
  } catch (error) {
    say('source', error instanceof PipelineError ? `${error.message} (${error.code})` : String(error))
  }
  return null
}

/** Why the rows of a document cannot be made again by these rules; null when they can. */
function otherOrigin({ rulebook_hash, extractor_version }: StoredDocument, rulebook: Rulebook): string | null {
  if (rulebook_hash !== rulebook.hash) return `It was extracted by the rules ${rulebook_hash}, these are ${rulebook.hash}; ingest it again, or give its rules.`
  if (extractor_version !== extractorVersion) return `It was extracted by version ${extractor_version}, this is ${extractorVersion}; ingest it again.`
  return null
}

/** Makes the rows of a document again and compares each of them; gives how many. */
async function compareAgain(db: Db, raw: RawText, file: string, { rulebook }: VerifyOptions, say: Say): Promise<number> {
  const extraction = extractDocument({ ...raw, file }, rulebook)
  const provinceNow = provinceNowOf(extraction, provincesOf(rulebook))
  const wanted = toRows(extraction, { rulebookHash: rulebook.hash, extractorVersion, provinceNow })
  const stored = await loadRows(db, wanted)
  for (const { table, row, message } of compareRows(wanted, stored)) say(table, table === 'document' ? message : `${row}: ${message}`)
  return Object.values(stored).reduce((sum, rows) => sum + rows.length, 0)
}

async function checkQuotes(db: Db, document: StoredDocument, text: string | null, say: Say): Promise<number> {
  const extraction = await loadExtraction(db, document.id)
  if (!extraction) return 0
  if (text !== null && storableText(text) !== extraction.text) say('document', 'The stored text is not the text of the file.')
  const { records, misplaced } = checkPlaces(extraction, storableText(text ?? extraction.text))
  for (const { record, message } of misplaced) say(record, message)
  return records
}

/** Proves one document from the files that hold it; gives how many of its rows were compared. */
async function verifyDocument(
  db: Db,
  document: StoredDocument,
  sources: readonly Source[],
  options: VerifyOptions,
  say: (file: string) => Say,
): Promise<number> {
  const [first] = sources
  if (first === undefined) {
    say(document.file ?? '')('source', 'No file is noted that holds it.')
    return checkQuotes(db, document, null, say(document.file ?? ''))
  }
  let raw: RawText | null = null
  for (const source of sources) {
    const same = await readSame(source, document, options.limits, say(source.file))
    raw ??= same
    options.onFile?.(source.file)
  }
  const own = say(first.file)
  const other = otherOrigin(document, options.rulebook)
  if (other !== null) own('rules', other)
  if (raw === null || other !== null) return checkQuotes(db, document, raw?.text ?? null, own)
  return compareAgain(db, raw, first.file, options, own)
}

/** Rows beside the documents: of the catalogue that the rules give, and those that belong to no document. */
async function verifyShared(db: Db, { rulebook }: VerifyOptions, isOfTheseRules: boolean): Promise<VerifyFault[]> {
  const strays = await findStrays(db)
  const versions = await findWrongVersions(db)
  const catalogue = isOfTheseRules ? await catalogueDifferences(db, catalogueOf(rulebook)) : []
  return [
    ...strays.map(({ table, documentId, message }) => ({ document: null, documentId, file: '', record: table, message })),
    ...versions.map(({ id, current }) => ({
      document: null,
      documentId: id,
      file: '',
      record: 'document',
      message:
        current === 1
          ? 'It is the current version of its decree, and is noted as superseded.'
          : 'It is noted as the current version of its decree, and another is.',
    })),
    ...catalogue.map(({ table, row, message }) => ({ document: null, documentId: '', file: '', record: table, message: `${row}: ${message}` })),
  ]
}

/**
 * Reads every source again and proves what is stored: its bytes are those that were read, and reading and extracting them again by the same
 * rules gives every row there is, column for column, and no other. Of a document that was extracted by other rules, or whose source cannot be
 * read, each quote must stand where the record says.
 */
export async function verifySources(db: Db, options: VerifyOptions): Promise<VerifyReport> {
  const documents: readonly StoredDocument[] = await db
    .selectFrom('document')
    .select(['id', 'number', 'file', 'sha256', 'rulebook_hash', 'extractor_version'])
    .orderBy('file')
    .orderBy('id')
    .execute()
  const faults: VerifyFault[] = []
  let files = 0
  let records = 0
  for (const document of documents) {
    const sources = await db.selectFrom('source_file').select(['path', 'file', 'sha256']).where('document_id', '=', document.id).orderBy('path').execute()
    files += sources.length
    const say = (file: string): Say => {
      return (record, message) => faults.push({ document: document.number, documentId: document.id, file, record, message })
    }
    records += await verifyDocument(db, document, sources, options, say)
  }
  // The catalogue comes with the first document: where there is none yet, none of it is missing.
  const isOfTheseRules = documents.length > 0 && !faults.some(fault => fault.record === 'rules')
  faults.push(...(await verifyShared(db, options, isOfTheseRules)))
  return { files, records, faults }
}
