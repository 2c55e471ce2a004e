import type { Normalization } from './normalization.js'
import type { Segmentation } from './section.js'
import type { NormalizedText } from './text.js'

/** A document read as far as extraction needs it: its normalized text and what each line of it is. */
export interface Reading {
  readonly text: NormalizedText
  readonly normalization: Normalization
  readonly segmentation: Segmentation
}

/**
 * A record as the resolvers give it: spans refer to the normalized text, the block says where it stands.
 * `toExtraction` maps its spans to the source and fills in `quote` and `section`.
 */
export type Unplaced<T extends { span: unknown }> = Omit<T, 'quote' | 'section'> & { readonly block: number }
