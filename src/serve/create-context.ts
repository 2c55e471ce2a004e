import type { Kysely } from 'kysely'
import { ingestUpload } from '../batch/ingest-upload.js'
import { extractWithin } from '../pipeline/extract-within.js'
import { findFacets } from '../query/facets.js'
import { findIndicators } from '../query/find-indicators.js'
import type { ReadLimits } from '../read/limits.js'
import { readDocument } from '../read/read-file.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { ReadDatabase } from '../store/schema.js'
import type { Answers } from './answers.js'
import type { ReadContext, ServeContext } from './context.js'
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

/** What questions are answered with, over an open database: drafts are read in memory. */
export function createReadContext(db: Kysely<ReadDatabase>, rulebook: Rulebook, limits: ReadLimits): ReadContext {
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
  }
}

/** What the routes work with: who answers, and an open database that uploads are stored in where that is allowed. */
export function createContext(answers: Answers, db: Kysely<ReadDatabase>, rulebook: Rulebook, { limits, maxUpload, allowIngest }: UploadOptions): ServeContext {
  return { ask: answers.ask, ingest: allowIngest ? (bytes, file) => ingestUpload(db, bytes, file, { rulebook, limits }) : null, maxUpload }
}
