import type { CitationFind } from '../../model/citation-find.js'
import { isoDate } from './citation-date.js'
import type { Repair } from './repair-symbol.js'

const TITLE_WORDS = 9
/** How often the document must print the other number before this one counts as the wrong one. */
const MIN_REPEATS = 3

/**
 * Finds numbers with one wrong digit: the document prints the same type, date and title elsewhere with a number that differs in that digit alone
 * and that it repeats, while this one stands once. Documents signed together have neighbouring numbers and titles that begin alike, so the last
 * digit must be sound and the title decide.
 */
export function misprintFinder(finds: readonly CitationFind[], symbols: readonly (string | null)[], text: string): (index: number) => Repair | null {
  const counts = new Map<string, number>()
  for (const symbol of symbols) if (symbol !== null) counts.set(symbol, (counts.get(symbol) ?? 0) + 1)
  const repeatedOn = new Map<string, Map<string, number[]>>()
  finds.forEach((find, i) => {
    const [symbol, day] = [symbols[i] ?? null, dayOf(find)]
    if (symbol === null || day === null || (counts.get(symbol) ?? 0) < MIN_REPEATS) return
    const ofDay = repeatedOn.get(day) ?? new Map<string, number[]>()
    repeatedOn.set(day, ofDay)
    ofDay.set(symbol, [...(ofDay.get(symbol) ?? []).slice(0, MIN_REPEATS), i])
  })
  return index => {
    const [find, symbol] = [finds[index] as CitationFind, symbols[index] ?? null]
    const day = dayOf(find)
    if (symbol === null || day === null || counts.get(symbol) !== 1) return null
    const title = titleAfter(text, find)
    if (title === null) return null
    for (const [other, places] of repeatedOn.get(day) ?? []) {
      if (!differsInOneDigit(other, symbol) || !places.some(i => titleAfter(text, finds[i] as CitationFind) === title)) continue
      return { repaired: other, reason: 'a digit is misprinted: the document prints the same date and title with the other number' }
    }
    return null
  }
}

/** Type and date of a mention, null where either is not printed. */
function dayOf(find: CitationFind): string | null {
  const date = find.date && isoDate(find.date.raw)
  return find.type === null || date === null ? null : `${find.type.raw.toLowerCase()} ${date}`
}

function differsInOneDigit(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const places = [...a].flatMap((c, i) => (c === b[i] ? [] : [i]))
  return places.length === 1 && places.every(i => /\d/.test(a[i] as string) && /\d/.test(b[i] as string) && i < a.indexOf('/') - 1)
}

/** The first words of the title that follows a mention, "về" and "về việc" left out; null where fewer stand. */
function titleAfter(text: string, find: CitationFind): string | null {
  const line = text.slice(find.span.end, find.span.end + 120).split('\n')[0] as string
  const words = line.replace(/^[ ,]*(?:về việc |về |quy định )?/u, '').split(/[ ,;.]+/u)
  return words.length > TITLE_WORDS ? words.slice(0, TITLE_WORDS).join(' ').toLowerCase() : null
}
