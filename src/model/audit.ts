import { z } from 'zod'
import { type Extraction, spanSchema } from './extraction.js'
import { severities } from './vocabulary.js'

const words = z.string().min(1)

/** A statement in both languages. */
export const bilingualSchema = z.object({ en: words, vi: words })

/** Another place that a finding rests on. */
export const relatedPlaceSchema = z.object({ document: words, documentId: words, quote: words, span: spanSchema })

/** One thing a careful clerk would point at: what contradicts what, stated as a fact with both values. */
export const findingSchema = z.object({
  /** Id of the check, as listed in `src/audit/README.md`. */
  check: words,
  severity: z.enum(severities),
  message: words,
  /** The same sentence in Vietnamese. */
  messageVi: words,
  /** The document's number, or its file, or its id. */
  document: words,
  /** The document's id in the database; two documents may bear one number. */
  documentId: words,
  quote: words,
  /** Place in the document's source text. */
  span: spanSchema,
  related: z.array(relatedPlaceSchema),
  /** What should stand there; null unless it is certain. */
  suggestion: words.nullable(),
})

export type Finding = z.infer<typeof findingSchema>
export type RelatedPlace = z.infer<typeof relatedPlaceSchema>

/** One document as the audit sees it. */
export interface AuditDocument {
  readonly id: string
  readonly file: string | null
  readonly extraction: Extraction
}

/** What the audit compares of a document with others; its text is left out, so that many fit into memory. */
export interface CitingDocument {
  readonly id: string
  readonly file: string | null
  readonly extraction: Pick<Extraction, 'citations'> & { readonly document: Pick<Extraction['document'], 'number' | 'date'> }
}

/** The documents that an audit looks at together. */
export interface AuditCorpus {
  readonly documents: readonly AuditDocument[]
}

/** The documents of an audit as they come from where they are kept, in one order and none held longer than it is looked at. */
export interface AuditSource {
  /** All of them, as far as they are compared with each other. */
  citing(): AsyncIterable<CitingDocument>
  /** Those that findings are wanted of. */
  whole(): AsyncIterable<AuditDocument>
}
