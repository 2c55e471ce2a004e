import type { Extraction } from '../model/extraction.js'
import { pageAt, type Span } from '../model/text.js'

/** Where a record can be looked up in its source, and whether it should be. */
export interface Sight {
  /** The page that the quote begins on; null where the source has no pages. */
  readonly page: number | null
  /** Whether the quote rests on words that the reader was not sure of (`D_DOUBTFUL`). */
  readonly doubtful: boolean
}

const placeOf = ({ start, end }: Span): string => `${start}-${end}`

/** Tells of each quote of an extraction what its pages and remarks say. */
export function sightFinder({ pages, diagnostics }: Pick<Extraction, 'pages' | 'diagnostics'>): (span: Span) => Sight {
  const doubtful = new Set(diagnostics.flatMap(d => (d.code === 'D_DOUBTFUL' && d.span !== null ? [placeOf(d.span)] : [])))
  return span => ({
    page: pageAt(pages, span.start),
    doubtful: doubtful.has(placeOf(span)),
  })
}
