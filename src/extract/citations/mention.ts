import type { CitationForm, PieceSource, RelationCue } from '../../model/citation-find.js'
import type { Span } from '../../model/text.js'

export interface SourcedSpan extends Span {
  readonly source: PieceSource
}

/** A mention while its line is being read; places are counted from the start of the line. */
export interface Mention {
  ruleId: string
  form: CitationForm
  /** The quote. */
  start: number
  end: number
  key: Span
  type: SourcedSpan | null
  parts: Readonly<Record<string, string>>
  name: Span | null
  date: SourcedSpan | null
  issuer: SourcedSpan | null
  pinpoint: Span | null
  cue: RelationCue | null
  joined: boolean
  isInner: boolean
}

/** A mention with nothing but its key and its quote. */
export function bareMention(ruleId: string, form: CitationForm, key: Span, quote: Span): Mention {
  return {
    ruleId,
    form,
    start: quote.start,
    end: quote.end,
    key,
    type: null,
    parts: {},
    name: null,
    date: null,
    issuer: null,
    pinpoint: null,
    cue: null,
    joined: false,
    isInner: false,
  }
}

/** The span with where it comes from. */
export const sourced = (span: Span, source: PieceSource = 'inline'): SourcedSpan => ({ start: span.start, end: span.end, source })
