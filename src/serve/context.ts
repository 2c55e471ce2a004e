import type { Kysely } from 'kysely'
import type { Facets } from '../query/facets.js'
import type { IndicatorListing } from '../query/find-indicators.js'
import type { NationalTarget } from '../query/national-level.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { ReadDatabase } from '../store/schema.js'
import type { Ask } from './answers.js'
import type { DraftReader } from './draft-report.js'
import type { StoredFindings } from './findings.js'

/** What questions are answered with, in whichever thread. */
export interface ReadContext {
  readonly db: Kysely<ReadDatabase>
  readonly rulebook: Rulebook
  readonly nationalTargets: readonly NationalTarget[]
  /** What filters offer, and the catalogue with what stands behind it: counted over all documents, and so kept until they change. */
  facets(): Promise<Facets>
  indicators(): Promise<readonly IndicatorListing[]>
  /** Findings of the audit over all documents, made again when the documents have changed. */
  readonly findings: StoredFindings
  readonly readDraft: DraftReader
}

/** What the routes work with. */
export interface ServeContext {
  /** Asks a question of `questions/`. */
  readonly ask: Ask
  /** Stores an uploaded file; null unless the server was started with it allowed. */
  readonly ingest: ((bytes: Uint8Array, file: string) => Promise<{ readonly documentId: string }>) | null
  /** Largest upload, in bytes. */
  readonly maxUpload: number
}
