import type { AgencyTail } from '../../model/agency-find.js'
import { foldTone } from '../../model/fold.js'
import type { CompiledRule, RuleMatch } from '../../rulebook/index.js'
import type { Matcher } from './name-matcher.js'

const WORD_END = /^[\p{L}\p{N}]/u
/** Up to four words with capitals: a district's or commune's name. */
const PLACE_NAME = /^ (\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3})(?![\p{L}\p{N}])/u
const LOW_UNITS = new Set(['huyện', 'quận', 'thị xã', 'tx', 'xã', 'phường', 'thị trấn', 'đặc khu', 'thành phố', 'tp', 'tp.'])

/** The province whose name stands exactly at `at`: its end, or null. */
function provinceAt({ text, folded, gazetteer }: Matcher, at: number): { readonly end: number; readonly name: string } | null {
  if (!/\p{Lu}/u.test(text[at] ?? '')) return null
  for (const place of gazetteer.places) {
    const end = at + place.folded.length
    if (folded.startsWith(place.folded, at) && !WORD_END.test(text.slice(end, end + 2))) return { end, name: place.name }
  }
  return null
}

function longest(rules: readonly CompiledRule[], text: string, at: number): RuleMatch | null {
  let best: RuleMatch | null = null
  for (const rule of rules) {
    const match = rule.matchAt(text, at)
    if (match && (best === null || match.span.end > best.span.end)) best = match
  }
  return best
}

/**
 * The words behind a name that ends at `from` which say where the body stands, or null. Two lines of a letterhead
 * ("ỦY BAN NHÂN DÂN" over "TỈNH TRÀ VINH") count as one.
 */
export function tailAfter(matcher: Matcher, from: number): AgencyTail | null {
  const { text } = matcher
  const gap = text[from]
  if (gap !== ' ' && gap !== '\n') return null
  const at = from + 1
  const bare = gap === ' ' ? provinceAt(matcher, at) : null
  if (bare)
    return {
      ruleId: 'agency-tail.place',
      span: { start: at, end: bare.end },
      raw: text.slice(at, bare.end),
      level: 'tỉnh',
      group: false,
      unit: null,
      place: bare.name,
    }
  const match = longest(matcher.tailsAt(at), text, at)
  if (match === null) return null
  const { emit } = match.rule
  const level = typeof emit.level === 'string' ? emit.level : null
  const unit = emit.named ? foldTone(match.raw).replace('uỷ', 'ủy') : null
  let end = match.span.end
  let place: string | null = null
  if (unit !== null && text[end] === ' ') {
    const province = provinceAt(matcher, end + 1)
    const local = LOW_UNITS.has(unit) ? PLACE_NAME.exec(text.slice(end, end + 60)) : null
    if (province) [end, place] = [province.end, province.name]
    else if (local && (unit.length < 4 || !/^\p{Lu}+$/u.test(text.slice(match.span.start, end)))) [end, place] = [end + local[0].length, local[1] as string]
  }
  if (gap === '\n' && (unit === null || !/^(?:\n|$)/.test(text.slice(end)) || /\p{Ll}/u.test(text.slice(at, end)))) return null
  return { ruleId: match.rule.id, span: { start: at, end }, raw: text.slice(at, end), level, group: emit.group === true, unit, place }
}
