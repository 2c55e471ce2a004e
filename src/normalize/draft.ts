import { matchesOf } from '../model/matches-of.js'
import type { Edit } from '../model/normalization.js'
import type { Span } from '../model/text.js'
import { signsOf } from './signs.js'

/** A text on its way through the steps: every unit knows the source units it came from. */
export interface Draft {
  readonly text: string
  /** The signs the text may hold (`signs.ts`): a step has nothing to do where its own are not among them. No step puts in one that its successors look for. */
  readonly signs: number
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly sourceLength: number
  readonly edits: readonly Edit[]
}

/** One replacement a step wants: the units `[start, end)` of the draft's text become `text`. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The source text itself. */
export function toDraft(source: string): Draft {
  const start = new Uint32Array(source.length)
  const end = new Uint32Array(source.length)
  for (let i = 0; i < source.length; i++) {
    start[i] = i
    end[i] = i + 1
  }
  return { text: source, signs: signsOf(source), start, end, sourceLength: source.length, edits: [] }
}

/** Whether a text may hold one of some signs; false is certain. */
export const mayHold = (draft: Draft, looked: number): boolean => (draft.signs & looked) !== 0

/** From this length on a view and the engine's own copy are cheaper than a loop. */
const LONG_COPY = 200

function copyUnits(from: Uint32Array, to: Uint32Array, start: number, end: number, at: number): void {
  if (end - start >= LONG_COPY) to.set(from.subarray(start, end), at)
  else for (let i = start, k = at; i < end; i++, k++) to[k] = from[i] as number
}

/** The source range that a range of the draft came from. */
export function sourceSpan(draft: Draft, start: number, end: number): Span {
  if (end > start) return { start: draft.start[start] as number, end: draft.end[end - 1] as number }
  const at = draft.start[start] ?? draft.sourceLength
  return { start: at, end: at }
}

/**
 * Applies replacements, which must be in order and must not overlap. Units of equal count map one to one; otherwise each
 * new unit maps to the whole range it stands for, and an inserted unit to the empty range where it was inserted.
 */
export function applyReplacements(draft: Draft, step: string, replacements: readonly Replacement[]): Draft {
  if (replacements.length === 0) return draft
  const grown = replacements.reduce((sum, r) => sum + r.text.length - (r.end - r.start), 0)
  const start = new Uint32Array(draft.text.length + grown)
  const end = new Uint32Array(draft.text.length + grown)
  const pieces: string[] = []
  const edits: Edit[] = []
  let at = 0
  let out = 0
  const copy = (to: number) => {
    pieces.push(draft.text.slice(at, to))
    copyUnits(draft.start, start, at, to, out)
    copyUnits(draft.end, end, at, to, out)
    out += to - at
    at = to
  }
  for (const r of replacements) {
    copy(r.start)
    const source = sourceSpan(draft, r.start, r.end)
    const oneToOne = r.text.length === r.end - r.start
    for (let i = 0; i < r.text.length; i++) {
      start[out + i] = oneToOne ? (draft.start[r.start + i] as number) : source.start
      end[out + i] = oneToOne ? (draft.end[r.start + i] as number) : source.end
    }
    pieces.push(r.text)
    edits.push({ step, source, before: draft.text.slice(r.start, r.end), after: r.text })
    out += r.text.length
    at = r.end
  }
  copy(draft.text.length)
  return { text: pieces.join(''), signs: draft.signs, start, end, sourceLength: draft.sourceLength, edits: [...draft.edits, ...edits] }
}

/** Replaces every match of a global pattern; a null from `replace` keeps the match as it stands. */
export function replaceMatches(draft: Draft, step: string, pattern: RegExp, replace: (match: RegExpExecArray) => string | null): Draft {
  const replacements: Replacement[] = []
  for (const match of matchesOf(draft.text, pattern)) {
    const text = replace(match)
    if (text !== null && text !== match[0]) replacements.push({ start: match.index, end: match.index + match[0].length, text })
  }
  return applyReplacements(draft, step, replacements)
}

/** A piece of a rearranged text: a range of the draft, or words that are put in. */
export type Piece = { readonly start: number; readonly end: number } | { readonly insert: string; readonly replaces: readonly [number, number] }

/** Builds a text from ranges of the draft in any order; what stands between them in the draft is dropped. */
export function assemble(draft: Draft, pieces: readonly Piece[], edits: readonly Edit[]): Draft {
  const length = pieces.reduce((sum, p) => sum + ('insert' in p ? p.insert.length : p.end - p.start), 0)
  const start = new Uint32Array(length)
  const end = new Uint32Array(length)
  const texts: string[] = []
  let out = 0
  for (const p of pieces) {
    if ('insert' in p) {
      const source = sourceSpan(draft, p.replaces[0], p.replaces[1])
      const sound = source.end >= source.start
      start.fill(source.start, out, out + p.insert.length)
      end.fill(sound ? source.end : source.start, out, out + p.insert.length)
      texts.push(p.insert)
      out += p.insert.length
    } else {
      copyUnits(draft.start, start, p.start, p.end, out)
      copyUnits(draft.end, end, p.start, p.end, out)
      texts.push(draft.text.slice(p.start, p.end))
      out += p.end - p.start
    }
  }
  return { text: texts.join(''), signs: draft.signs, start, end, sourceLength: draft.sourceLength, edits: [...draft.edits, ...edits] }
}
