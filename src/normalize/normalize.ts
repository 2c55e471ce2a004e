import type { FootnoteBody, FootnoteMark, Normalization } from '../model/normalization.js'
import type { Markup } from '../model/source.js'
import { asNormalized, type Span } from '../model/text.js'
import { blankStep } from './blank-step.js'
import { capitalsStep } from './capitals-step.js'
import { columnStep } from './column-step.js'
import { type Draft, toDraft } from './draft.js'
import { lineJoinStep } from './line-join-step.js'
import { lostBlankStep } from './lost-blank-step.js'
import { markdownStep } from './markdown-step.js'
import { scriptDigitStep } from './script-digit-step.js'
import { tableBarStep, tableRowStep } from './table-bar-step.js'
import { composeStep, lookAlikeStep } from './unicode-step.js'

/** For each source unit the normalized unit made of it; for dropped ones, the next one that was kept. Made when first asked: most texts have neither marks nor bold words. */
function inverted(draft: Draft): (source: number) => number {
  let toNormalized: ((source: number) => number) | null = null
  return source => {
    toNormalized ??= invert(draft)
    return toNormalized(source)
  }
}

function invert(draft: Draft): (source: number) => number {
  const place = new Int32Array(draft.sourceLength + 1).fill(-1)
  for (let i = draft.text.length - 1; i >= 0; i--) {
    for (let s = draft.start[i] as number; s < (draft.end[i] as number); s++) place[s] = i
  }
  place[draft.sourceLength] = draft.text.length
  for (let s = draft.sourceLength - 1; s >= 0; s--) if ((place[s] as number) < 0) place[s] = place[s + 1] as number
  return source => place[source] ?? draft.text.length
}

/** Where a mark stood: right behind the last kept unit before it. */
function placeOfMark(draft: Draft, toNormalized: (source: number) => number, source: Span): number {
  for (let s = source.start - 1; s >= 0 && s >= source.start - 200; s--) {
    const at = toNormalized(s)
    if (at < draft.text.length && (draft.start[at] as number) <= s && s < (draft.end[at] as number)) return at + 1
  }
  return toNormalized(source.end)
}

/**
 * Every step in order; each returns the text and its map, so that no place is ever guessed afterwards. Works on any string and never throws.
 * `markup` is what the reader saw of the source's print.
 */
export function normalize(source: string, markup: Markup = { bold: [] }): Normalization {
  const composed = lookAlikeStep(blankStep(tableRowStep(columnStep(composeStep(capitalsStep(toDraft(source), markup.capitals ?? []))))))
  const { draft: unmarked, bold } = markdownStep(lostBlankStep(composed))
  const { draft: plain, marks } = scriptDigitStep(tableBarStep(unmarked))
  const { draft, footnotes, nextCells } = lineJoinStep(plain, marks)
  const toNormalized = inverted(draft)
  const footnoteMarks: FootnoteMark[] = marks
    .filter(m => !m.opensLine)
    .map(m => ({ label: m.label, source: m.source, at: placeOfMark(draft, toNormalized, m.source) }))
  const footnoteBodies: FootnoteBody[] = footnotes.map(f => ({ label: f.label, span: f.span }))
  return {
    text: asNormalized(draft.text),
    map: { start: draft.start, end: draft.end, sourceLength: draft.sourceLength },
    edits: draft.edits,
    footnoteMarks,
    footnoteBodies,
    bold: [...markup.bold, ...bold].map(b => ({ start: toNormalized(b.start), end: toNormalized(b.end) })).filter(b => b.end > b.start),
    tallCells: (markup.tallCells ?? []).map(cell => ({ ...cell, at: toNormalized(cell.at) })),
    nextCells,
  }
}
