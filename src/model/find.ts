import type { Span } from './text.js'

/** One piece of evidence inside a find: where it stands and what is printed there. Spans refer to the normalized text. */
export interface Piece {
  readonly span: Span
  readonly raw: string
}

/** What an extractor saw: where, by which rule, in which block, and the raw parts. It says nothing about meaning. */
export interface Find {
  readonly ruleId: string
  readonly span: Span
  readonly raw: string
  /** Id of the block it stands in. */
  readonly block: number
}
