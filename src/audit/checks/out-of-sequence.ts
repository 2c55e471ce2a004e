import type { AuditDocument, CitingDocument } from '../../model/audit.js'
import { type Bilingual, say } from '../../model/bilingual.js'
import { groupBy } from '../../model/group.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import { workKey } from '../../model/work-key.js'
import type { AuditTables } from '../audit-tables.js'
import type { ComparedDraft, CorpusCheck } from '../check.js'
import { isDay, numberedMentions } from '../mentions.js'
import { type DocumentSymbol, readSymbol } from '../read-symbol.js'
import { type SeenMention, seenMention, whereSeen } from '../seen-mention.js'

const dayOf = (date: string): number => Date.parse(date) / 86_400_000

/** Numbers are taken some days before a signature, and a few are kept back. */
const SLACK_DAYS = 14

/** One numbered and dated document of a series; `citation` is null for a row of the registry. */
interface Entry {
  readonly series: string
  readonly number: number
  readonly date: string
  /** The date as a count of days. */
  readonly day: number
  readonly symbol: string
  readonly source: SeenMention | null
}

/**
 * The series a number is counted in: those with and without year run apart, and each province (`home`) has its own. The National Assembly and the Party are
 * left out: laws and resolutions have one symbol there and two series, and Party numbers run through terms.
 */
function seriesOf(symbol: DocumentSymbol, date: string, home: string): string | null {
  if (!['typed', 'letter'].includes(symbol.family) || symbol.body === null) return null
  return [symbol.typeCode, symbol.body, symbol.year ?? date.slice(0, 4), symbol.year === null ? 'individual' : 'normative', home].join('|').toUpperCase()
}

/** Numbered and dated mentions: those of central documents, or those of a province's own. */
function mentioned(document: CitingDocument, tables: AuditTables, central: boolean): Entry[] {
  return numberedMentions(document, tables).flatMap(({ citation, symbol }) => {
    const { date, canonical, self, issuer } = citation
    if (self || canonical === null || !isDay(date) || (workKey(citation, 'any')?.province === null) !== central) return []
    if (tables.contexts('below-province', issuer ?? '').length > 0) return []
    // A year in the number that is not the date's is a finding of its own, and no sign of the order.
    const isOff = symbol.year !== null && symbol.year !== Number(date.slice(0, 4))
    const series = isOff ? null : seriesOf(symbol, date, central ? '' : document.id)
    return series === null
      ? []
      : [{ series, number: Number.parseInt(symbol.number, 10), date, day: dayOf(date), symbol: canonical, source: seenMention(document, citation) }]
  })
}

function registered(tables: AuditTables): Entry[] {
  return tables.registry.rows.flatMap(({ canonical, date }) => {
    const symbol = readSymbol(canonical, tables.isTypeCode)
    const series = symbol && date !== null ? seriesOf(symbol, date, '') : null
    return symbol && date !== null && series !== null
      ? [{ series, number: Number.parseInt(symbol.number, 10), date, day: dayOf(date), symbol: canonical, source: null }]
      : []
  })
}

interface Outlier {
  readonly entry: Entry
  /** Entries in order that it stands against, the nearest first. */
  readonly against: readonly Entry[]
}

/** The longest run of entries, sorted by number, whose dates do not fall: what the series' order is taken to be. */
function inOrder(sorted: readonly Entry[]): Entry[] {
  const tails: number[] = []
  const before = new Array<number>(sorted.length).fill(-1)
  sorted.forEach(({ date }, i) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[tails[middle] as number] as Entry).date <= date) low = middle + 1
      else high = middle
    }
    if (low > 0) before[i] = tails[low - 1] as number
    tails[low] = i
  })
  const run: Entry[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) run.push(sorted[i] as Entry)
  return run.reverse()
}

/** Most related places that a finding shows. */
const MOST_RELATED = 5
/** Share of a series that may stand against its order; beyond it the order is not known. */
const MOST_OUTLIERS = { share: 0.1, least: 3 }

/** Entries whose date differs from the order by more than the slack. */
function outliers(entries: readonly Entry[]): Outlier[] {
  const sorted = entries.toSorted((a, b) => a.number - b.number)
  const order = inOrder(sorted)
  if (order.length === sorted.length) return []
  const ordered = new Set(order)
  const found: Outlier[] = []
  let next = 0
  for (const entry of sorted) {
    while (next < order.length && (order[next] as Entry).number < entry.number) next++
    if (ordered.has(entry)) continue
    const earlier = order.slice(next).filter(other => other.number > entry.number && entry.day - other.day > SLACK_DAYS)
    const later = order.slice(0, next).filter(other => other.day - entry.day > SLACK_DAYS)
    const against = [...later.reverse(), ...earlier].slice(0, MOST_RELATED)
    if (against.length > 0) found.push({ entry, against })
    if (found.length > Math.max(MOST_OUTLIERS.least, sorted.length * MOST_OUTLIERS.share)) return []
  }
  return found
}

const placeOfOther = ({ source }: Entry, here: AuditDocument): Bilingual =>
  source === null ? say('in the registry', 'theo danh mục văn bản') : whereSeen(source, here)

function toDraft({ entry, against }: Outlier): ComparedDraft[] {
  const { source } = entry
  const other = against.find(one => one.source?.place.documentId === source?.place.documentId) ?? against[0]
  if (!source || !other) return []
  return [
    {
      documentId: source.place.documentId,
      complete: document => {
        const there = placeOfOther(other, document)
        return {
          severity: 'warning',
          message: say(
            `${entry.symbol} is dated ${entry.date} here; ${other.symbol} of the same series is dated ${other.date} ${there.en}, against the order of the numbers.`,
            `${entry.symbol} ghi ngày ${vietnameseTime(entry.date)}; ${other.symbol} cùng loại ghi ngày ${vietnameseTime(other.date)} (${there.vi}): thứ tự số và thứ tự ngày trái nhau.`,
          ),
          at: { document, span: source.place.span },
          related: against.flatMap(one => one.source?.place ?? []),
        }
      },
    },
  ]
}

/** Entries of series, the first of each number and date. */
function seriesNotes() {
  const distinct = new Map<string, Entry>()
  // A number that was kept back is dated late in truth: where the registry says the same, nothing is odd.
  const confirmed = new Set<string>()
  const keyOf = ({ series, number, date }: Entry): string => `${series}|${number}|${date}`
  return {
    add(entries: readonly Entry[]): void {
      for (const entry of entries) {
        const key = keyOf(entry)
        if (entry.source === null) confirmed.add(key)
        if (!distinct.has(key)) distinct.set(key, entry)
      }
    },
    end: (): ComparedDraft[] =>
      [...groupBy([...distinct.values()], entry => entry.series).values()]
        .flatMap(outliers)
        .filter(({ entry }) => !confirmed.has(keyOf(entry)))
        .flatMap(toDraft),
  }
}

/** The numbers of a series and a year grow with their dates. */
export const outOfSequence: CorpusCheck = {
  id: 'citation.out-of-sequence',
  name: say('Number against date', 'Số và ngày trái thứ tự'),
  about: 'Number and date of a cited document stand against the order of its series.',
  scope: 'corpus',
  inspect(document, tables) {
    const notes = seriesNotes()
    notes.add(mentioned(document, tables, false))
    return notes.end().map(({ complete }) => complete(document))
  },
  compare(tables) {
    const notes = seriesNotes()
    return {
      add: document => notes.add(mentioned(document, tables, true)),
      end: () => {
        // Behind the mentions: of two entries for one number and date the one that stands in a document is shown.
        notes.add(registered(tables))
        return notes.end()
      },
    }
  },
}
