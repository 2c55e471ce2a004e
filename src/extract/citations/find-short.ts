import type { Span } from '../../model/text.js'
import type { RuleMatch } from '../../rulebook/index.js'
import type { Lexicon } from './lexicon.js'
import { bareMention, type Mention, sourced } from './mention.js'
import { readTail } from './read-tail.js'
import { matchesIn } from './window.js'

/** What full citations of one type and number print. */
interface Printed {
  /** Letters and digits of the symbols, so that blanks and separators do not make two of one. */
  readonly symbols: Set<string>
  readonly issuers: Set<string>
  readonly dates: Set<string>
}

/** What a document has cited in full so far, by type word and number: "nghị quyết 347"; and whether a bare number was met that nothing before explains. */
export interface CitedSoFar {
  readonly known: Map<string, Printed>
  readonly unknown: Set<string>
}

/** Nothing cited yet. */
export const nothingCited = (): CitedSoFar => ({ known: new Map(), unknown: new Set() })

const keyOf = (type: string, number: string): string => `${type.toLowerCase()} ${number}`
const lettersOf = (symbol: string): string => symbol.replace(/[^\p{L}\d]/gu, '').toUpperCase()
const digitsOf = (date: string): string => (date.match(/\d+/g) ?? []).map(Number).join('/')

/** Takes a document cited in full into `cited`; its type is the word printed with the number, else what its symbol tells. */
function note(line: string, mention: Mention, lexicon: Lexicon, cited: CitedSoFar): void {
  const { number, groups, body, type: code } = mention.parts
  const ending = groups ?? body
  if (mention.form !== 'numbered' || number === undefined || ending === undefined) return
  const raw = (span: Span): string => line.slice(span.start, span.end)
  const stated = mention.type?.source === 'inline' ? raw(mention.type) : null
  const type = stated ?? lexicon.typeCodes.get((code ?? ending.split(/[-/ ]/)[0] ?? '').toUpperCase()) ?? null
  if (type === null) return
  const key = keyOf(type, number)
  const printed = cited.known.get(key) ?? { symbols: new Set(), issuers: new Set(), dates: new Set() }
  printed.symbols.add(lettersOf(raw(mention.key)))
  if (mention.issuer) printed.issuers.add(raw(mention.issuer).toLowerCase())
  if (mention.date) printed.dates.add(digitsOf(raw(mention.date)))
  cited.known.set(key, printed)
}

/**
 * Mentions by type and bare number of documents that are cited in full, in the lines before or in this one, or in any line when it is read again: "Nghị quyết 347". None where two
 * documents have that type and number, or where the words behind it name the day or the body of another one. `cited` receives what this line cites in
 * full; `mentions` are the line's others, in reading order.
 */
export function findShort(line: string, mentions: readonly Mention[], lexicon: Lexicon, cited: CitedSoFar): Mention[] {
  const matches = matchesIn(lexicon.rulesIn.short, line, 0, line.length)
  const byEnd = [...mentions].sort((a, b) => a.end - b.end)
  const found: Mention[] = []
  let [noted, next, covered] = [0, 0, 0]
  for (const match of matches) {
    while (noted < byEnd.length && (byEnd[noted] as Mention).end <= match.span.start) note(line, byEnd[noted++] as Mention, lexicon, cited)
    while (next < mentions.length && (mentions[next] as Mention).start < match.span.end) covered = Math.max(covered, (mentions[next++] as Mention).end)
    if (covered > match.span.start) continue
    const mention = toMention(line, match, mentions[next]?.start ?? line.length, lexicon, cited)
    if (mention) found.push(mention)
  }
  for (const mention of byEnd.slice(noted)) note(line, mention, lexicon, cited)
  return found
}

function toMention(line: string, match: RuleMatch, limit: number, lexicon: Lexicon, cited: CitedSoFar): Mention | null {
  const [type, number] = [match.partSpan('type'), match.partSpan('number')]
  if (!type || !number) return null
  const raw = (span: Span): string => line.slice(span.start, span.end)
  const known = cited.known.get(keyOf(raw(type), raw(number)))
  if (!known) cited.unknown.add(keyOf(raw(type), raw(number)))
  if (known?.symbols.size !== 1) return null
  const tail = readTail(line, match.span.end, lexicon, false)
  if (tail.date && !known.dates.has(digitsOf(raw(tail.date)))) return null
  if (tail.issuer && !known.issuers.has(raw(tail.issuer).toLowerCase())) return null
  const isWhole = tail.end <= limit
  return {
    ...bareMention(match.rule.id, 'numbered', number, { start: match.span.start, end: isWhole ? tail.end : match.span.end }),
    type: sourced(type),
    parts: { number: raw(number) },
    date: isWhole && tail.date ? sourced(tail.date) : null,
    issuer: isWhole && tail.issuer ? sourced(tail.issuer) : null,
  }
}
