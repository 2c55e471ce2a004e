import type { AuditDocument, CitingDocument, RelatedPlace } from '../model/audit.js'
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
  /** Other places that it rests on; those of other documents with their words. */
  readonly related?: readonly (Place | RelatedPlace)[]
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

/** A finding that rests on other documents, whose words it brings along; what is said of its own document is said when that is at hand. */
export interface ComparedDraft {
  /** Id of the document that the finding stands in. */
  readonly documentId: string
  readonly complete: (document: AuditDocument) => Draft
}

/** A look at documents that come one after another, in the order of the corpus. */
export interface Comparison {
  /** Takes what others may be compared with: it must be small, and grow with what is cited rather than with the documents. */
  readonly add: (document: CitingDocument) => void
  readonly end: () => readonly ComparedDraft[]
}

/** Compares documents with each other; what one document alone tells is told as by any other check. */
export interface CorpusCheck extends CheckBase {
  readonly scope: 'corpus'
  readonly inspect: (document: AuditDocument, tables: AuditTables) => readonly Draft[]
  readonly compare: (tables: AuditTables) => Comparison
}

export type Check = DocumentCheck | CorpusCheck

/** Whether a word names a check: its id, or the beginning of its id before a dot (`citation`). */
export const isCalled = ({ id }: Pick<CheckBase, 'id'>, asked: string): boolean => id === asked || id.startsWith(`${asked}.`)
