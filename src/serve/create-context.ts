import type { Kysely } from 'kysely'
import { ingestUpload } from '../batch/ingest-upload.js'
import { extractWithin } from '../pipeline/extract-within.js'
import { findFacets } from '../query/facets.js'
import { findIndicators } from '../query/find-indicators.js'
import type { ReadLimits } from '../read/limits.js'
import { readDocument } from '../read/read-file.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { ReadDatabase } from '../store/schema.js'
import type { ServeContext } from './context.js'
import { reportOnDraft } from './draft-report.js'
import { storedFindings } from './findings.js'
import { kept } from './kept.js'

interface UploadOptions {
  /** Bounds on reading an upload. */
  readonly limits: ReadLimits
  /** Largest upload, in bytes. */
  readonly maxUpload: number
  readonly allowIngest: boolean
}

/** What the routes work with, over an open database: uploads are read in memory, and stored only where that is allowed. */
export function createContext(db: Kysely<ReadDatabase>, rulebook: Rulebook, { limits, maxUpload, allowIngest }: UploadOptions): ServeContext {
  const nationalTargets = rulebook.tables('national-targets').flatMap(file => file.entries)
  return {
    db,
    rulebook,
    nationalTargets,
    facets: kept(db, () => findFacets(db)),
    indicators: kept(db, () => findIndicators(db)),
    findings: storedFindings(db, rulebook),
    readDraft: async (bytes, file) =>
      reportOnDraft(db, rulebook, nationalTargets, extractWithin(await readDocument(bytes, file, limits), rulebook, limits.maxSeconds)),
    ingest: allowIngest ? (bytes, file) => ingestUpload(db, bytes, file, { rulebook, limits }) : null,
    maxUpload,
  }
}
