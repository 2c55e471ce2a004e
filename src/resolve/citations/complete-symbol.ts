import type { CitationFind } from '../../model/citation-find.js'
import { isoDate } from './citation-date.js'
import type { Repair } from './repair-symbol.js'

interface Numbering {
  readonly canonical: string | null
  readonly repair: Repair | null
}

const DECREE = /^nghị định$/iu
const isBare = (symbol: string): boolean => /^\d{1,5}[a-e]?(?:\/(?:19|20)\d{2})?$/u.test(symbol)

/**
 * The whole symbol of a mention that prints only its number: another mention in the document with the same type word, number and date has it, or the type
 * is a decree, which the Government alone issues. Null when neither settles it.
 */
export function completeSymbol(find: CitationFind, canonical: string | null, finds: readonly CitationFind[], numberings: readonly Numbering[]): Repair | null {
  if (canonical === null || find.type === null) return null
  if (!isBare(canonical)) return completeDecree(find, canonical)
  const ending = find.ruleId === 'citation.symbol.shared-ending' ? listEnding(find, finds) : null
  if (ending !== null) return { repaired: canonical + ending, reason: 'the last number of the list prints the ending of all' }
  const type = find.type.raw.toLowerCase()
  const date = find.date && isoDate(find.date.raw)
  const whole = new Set<string>()
  finds.forEach((other, i) => {
    const symbol = numberings[i]?.repair?.repaired ?? numberings[i]?.canonical ?? null
    if (symbol === null || isBare(symbol) || other.type?.raw.toLowerCase() !== type || !symbol.startsWith(`${canonical}/`)) return
    const otherDate = other.date && isoDate(other.date.raw)
    if (canonical.includes('/') ? date === null || otherDate === null || date === otherDate : date !== null && date === otherDate) whole.add(symbol)
  })
  const [only] = whole
  if (whole.size === 1 && only !== undefined) return { repaired: only, reason: 'the type and body are left out; another mention in the document prints them' }
  if (DECREE.test(find.type.raw) && canonical.includes('/'))
    return { repaired: `${canonical}/NĐ-CP`, reason: "the type and body are left out; a decree is the Government's" }
  return null
}

/** "Nghị định số 45/NĐ-CP ngày 08/4/2020": decrees carry their year since 1997. */
function completeDecree(find: CitationFind, canonical: string): Repair | null {
  const match = /^(\d{1,3})\/NĐ-CP$/u.exec(canonical)
  const date = find.date && isoDate(find.date.raw)
  if (!match || date === null || date < '1997-01-01' || !DECREE.test(find.type?.raw ?? '')) return null
  return { repaired: `${match[1]}/${date.slice(0, 4)}/NĐ-CP`, reason: "the year is left out of a decree's number" }
}

/** What follows the number in the first whole symbol behind a shortened one: `/QĐ-UBND` of "12, 13 và 14/QĐ-UBND". */
function listEnding(find: CitationFind, finds: readonly CitationFind[]): string | null {
  const next = finds.slice(finds.indexOf(find) + 1, finds.indexOf(find) + 10).find(f => f.ruleId !== find.ruleId)
  const ending = next?.block === find.block ? /^\d+(\S.*)$/u.exec(next.key.raw.replace(/\s+/g, '')) : null
  return ending ? (ending[1] as string) : null
}
