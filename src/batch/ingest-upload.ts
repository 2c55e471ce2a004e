import type { Kysely } from 'kysely'
import { extractWithin } from '../pipeline/extract-within.js'
import type { ReadLimits } from '../read/limits.js'
import { readDocument } from '../read/read-file.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { ReadDatabase } from '../store/schema.js'
import { documentId } from '../store/to-rows.js'
import { writeDocument } from '../store/write-document.js'
import { provincesOf } from './catalogue.js'
import { extractorVersion } from './extractor-version.js'
import { provinceNowOf } from './province-now.js'

/** Reads, extracts and stores bytes that have no file, as `ingest` does with files; their place in the ledger is `upload/<sha256>/<name>`. Throws `PipelineError`. */
export async function ingestUpload(
  db: Kysely<ReadDatabase>,
  bytes: Uint8Array,
  name: string,
  { rulebook, limits }: { readonly rulebook: Rulebook; readonly limits: ReadLimits },
): Promise<{ readonly documentId: string }> {
  const raw = await readDocument(bytes, name, limits)
  const extraction = extractWithin(raw, rulebook, limits.maxSeconds)
  const origin = { rulebookHash: rulebook.hash, extractorVersion, provinceNow: provinceNowOf(extraction, provincesOf(rulebook)) }
  await writeDocument(db, extraction, origin, { path: `upload/${raw.sha256}/${name}`, file: name })
  return { documentId: documentId(raw.sha256) }
}
