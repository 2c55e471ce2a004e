import type { Find, Piece } from './find.js'

/** Where a document declares a short form. */
export interface AbbreviationFind extends Find {
  /** The short form as printed, without quotation marks. */
  readonly short: Piece
  /** The words before the bracket that it stands for; null where the text does not tell where they begin. */
  readonly meaning: Piece | null
}
