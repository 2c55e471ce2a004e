import type { Find } from './find.js'

/** A mention of a document as the text prints it. */
export interface CitationFind extends Find {}
