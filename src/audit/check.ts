import type { AuditDocument } from '../model/audit.js'
import type { Bilingual } from '../model/bilingual.js'
import type { Severity } from '../model/diagnostic.js'
import type { Span } from '../model/text.js'
import type { AuditTables } from './audit-tables.js'

/** A place in a document's source text. */
export interface Place {
  readonly document: AuditDocument
  readonly span: Span
}

/** A finding as a check states it: places instead of quotes; `runAudit` fills in the words that stand there. */
export interface Draft {
  readonly severity: Severity
  /** One factual sentence that names both values. */
  readonly message: Bilingual
  readonly at: Place
  readonly related?: readonly Place[]
  readonly suggestion?: string | null
}

interface CheckBase {
  /** Dotted and permanent. */
  readonly id: string
  /** A heading for its findings. */
  readonly name: Bilingual
  /** What a finding of this check states, in a sentence. */
  readonly about: string
}

/** Looks at one document alone. */
export interface DocumentCheck extends CheckBase {
  readonly scope: 'document'
  readonly inspect: (document: AuditDocument, tables: AuditTables) => readonly Draft[]
}

/** Needs all documents together. */
export interface CorpusCheck extends CheckBase {
  readonly scope: 'corpus'
  readonly inspect: (documents: readonly AuditDocument[], tables: AuditTables) => readonly Draft[]
}

export type Check = DocumentCheck | CorpusCheck
