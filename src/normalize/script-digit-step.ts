import { matchesOf } from '../model/matches-of.js'
import type { Span } from '../model/text.js'
import { applyReplacements, type Draft, mayHold, type Replacement, sourceSpan } from './draft.js'
import { signs } from './signs.js'

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉'

const SCRIPT = /([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|([₀₁₂₃₄₅₆₇₈₉]+)|[ \t]{0,4}\[\^?(\d{1,3})\]:?|<sup>\s*(\d{1,3})\s*<\/sup>/g
/** A bracketed mark at the head of a line. */
const BODY = /^[ \t]*\[\^?(\d{1,3})\]:?/gm

/** A footnote mark in running text, or at the head of a footnote's body; `after` is the draft place right behind it. */
export interface RaisedMark {
  readonly label: string
  readonly source: Span
  readonly opensLine: boolean
}

export interface ScriptDigitResult {
  readonly draft: Draft
  readonly marks: readonly RaisedMark[]
}

const plain = (digits: string, alphabet: string): string => [...digits].map(d => alphabet.indexOf(d)).join('')

/** "km²", "m³": the digit belongs to the unit. */
const isUnitPower = (text: string, at: number): boolean => /(^|[^A-Za-zÀ-ỹ])[kcdhm]?m$/.test(text.slice(Math.max(0, at - 3), at)) && /[²³]/.test(text[at] ?? '')

/**
 * Subscript digits become digits ("NC₂" is NC2); raised ones are footnote marks and leave the text, but for powers of units.
 * Bracketed marks `[1]`, `[^1]` count as raised where some line begins with the same mark.
 */
export function scriptDigitStep(draft: Draft): ScriptDigitResult {
  if (!mayHold(draft, signs.scriptDigit | signs.bracket | signs.less)) return { draft, marks: [] }
  const { text } = draft
  const marks: RaisedMark[] = []
  const replacements: Replacement[] = []
  const bodies = new Set(matchesOf(text, BODY).map(m => m[1] as string))
  for (const m of matchesOf(text, SCRIPT)) {
    const end = m.index + m[0].length
    const [whole, raised, lowered, bracketed, tagged] = m
    if (lowered) {
      replacements.push({ start: m.index, end, text: plain(lowered, SUBSCRIPTS) })
      continue
    }
    if (raised && isUnitPower(text, m.index)) {
      replacements.push({ start: m.index, end, text: plain(raised, SUPERSCRIPTS) })
      continue
    }
    if (bracketed && !bodies.has(bracketed)) continue
    const label = raised ? plain(raised, SUPERSCRIPTS) : ((bracketed ?? tagged) as string)
    const opensLine = /(^|\n)[ \t]*$/.test(text.slice(Math.max(0, m.index - 20), m.index))
    const start = opensLine ? m.index + (whole.length - whole.trimStart().length) : m.index
    marks.push({ label, source: sourceSpan(draft, start, end), opensLine })
    replacements.push({ start, end, text: '' })
  }
  return { draft: applyReplacements(draft, 'script-digit', replacements), marks }
}
