import type { Find, Piece } from './find.js'
import type { Span } from './text.js'

/** `numbered`: a number-symbol; `law`: a law by its name; `congress`: a congress resolution; `standard`: TCVN ISO 9001:2015; `dated`: by type and date alone. */
export type CitationForm = 'numbered' | 'law' | 'congress' | 'standard' | 'dated'

/** How a piece came to belong to a mention: printed with it, shared by a list, or standing in a footnote. */
export type PieceSource = 'inline' | 'list' | 'footnote'

export interface SourcedPiece extends Piece {
  readonly source: PieceSource
}

/** What the words before a mention say about its relation, and where they stand. */
export interface RelationCue {
  readonly relation: string
  /** What the words say of the mention before: "được sửa đổi bởi" amends it. */
  readonly previous: string | null
  readonly span: Span
}

/** A mention of a document as the text prints it. */
export interface CitationFind extends Find {
  readonly form: CitationForm
  /** The number-symbol, or the name of a law or congress when there is no number. */
  readonly key: Piece
  /** The type word as printed for this mention or for the list it stands in. */
  readonly type: SourcedPiece | null
  /** The groups of the symbol that the grammar told apart: `number`, `year`, `type`, `body`, `groups`. */
  readonly parts: Readonly<Record<string, string>>
  /** The name of a law, also where a number follows it. */
  readonly name: Piece | null
  readonly date: SourcedPiece | null
  readonly issuer: SourcedPiece | null
  readonly pinpoint: Piece | null
  readonly cue: RelationCue | null
  /** Whether only a comma or "và" stands between the mention before and this one. */
  readonly joined: boolean
  /** Whether it stands inside the title of the amending law before it. */
  readonly isInner: boolean
}
