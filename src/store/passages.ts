import type { SectionRecord } from '../model/extraction.js'
import type { Span } from '../model/text.js'

/** A piece of the text that search answers with: what a heading governs, in parts no longer than `longest`. */
export interface Passage {
  readonly span: Span
  /** Index of the governing section, or null before the first heading. */
  readonly section: number | null
}

const longest = 3000

function* pieces(text: string, from: number, to: number): Generator<Span> {
  let start = from
  while (to - start > longest) {
    const newline = text.lastIndexOf('\n', start + longest)
    const blank = newline > start ? newline : text.lastIndexOf(' ', start + longest)
    // A letter beyond the basic plane is two units, which stay together.
    const half = /[\uDC00-\uDFFF]/.test(text[start + longest] ?? '') ? 1 : 0
    const end = blank > start ? blank + 1 : start + longest + half
    yield { start, end }
    start = end
  }
  if (start < to) yield { start, end: to }
}

/** Cuts a text at its headings, long stretches at line ends; pieces without letters are left out. */
export function cutPassages(text: string, sections: readonly SectionRecord[]): Passage[] {
  const cuts = sections.map((s, index) => ({ at: s.span.start, section: index as number | null })).sort((a, b) => a.at - b.at)
  const bounds = [{ at: 0, section: null }, ...cuts]
  return bounds.flatMap(({ at, section }, i) =>
    [...pieces(text, at, bounds[i + 1]?.at ?? text.length)]
      .filter(span => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)))
      .map(span => ({ span, section })),
  )
}
