import type { AuditDocument } from '../../model/audit.js'
import type { CitationRecord } from '../../model/extraction.js'
import { workKey } from '../../model/work-key.js'
import type { AuditTables } from '../audit-tables.js'
import type { CorpusCheck, Draft } from '../check.js'
import { nameOf, placeOf } from '../describe.js'
import { groupBy, isDay, numberedMentions } from '../mentions.js'
import { type DocumentSymbol, readSymbol } from '../read-symbol.js'

/** Numbers are taken some days before a signature, and a few are kept back. */
const SLACK_DAYS = 14

/** One numbered and dated document of a series; `citation` is null for a row of the registry. */
interface Entry {
  readonly series: string
  readonly number: number
  readonly date: string
  readonly symbol: string
  readonly source: { readonly document: AuditDocument; readonly citation: CitationRecord } | null
}

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/**
 * The series a number is counted in: those with and without year run apart, and each province (`home`) has its own. The National Assembly and the Party are
 * left out: laws and resolutions have one symbol there and two series, and Party numbers run through terms.
 */
function seriesOf(symbol: DocumentSymbol, date: string, home: string): string | null {
  if (!['typed', 'letter'].includes(symbol.family) || symbol.body === null) return null
  return [symbol.typeCode, symbol.body, symbol.year ?? date.slice(0, 4), symbol.year === null ? 'individual' : 'normative', home].join('|').toUpperCase()
}

function mentioned(documents: readonly AuditDocument[], tables: AuditTables): Entry[] {
  return documents.flatMap(document =>
    numberedMentions(document, tables).flatMap(({ citation, symbol }) => {
      const { date, canonical, self, issuer } = citation
      if (self || canonical === null || !isDay(date) || tables.contexts('below-province', issuer ?? '').length > 0) return []
      const series = seriesOf(symbol, date, workKey(citation, 'any')?.province === null ? '' : document.id)
      return series === null ? [] : [{ series, number: Number.parseInt(symbol.number, 10), date, symbol: canonical, source: { document, citation } }]
    }),
  )
}

function registered(tables: AuditTables): Entry[] {
  return tables.registry.rows.flatMap(({ canonical, date }) => {
    const symbol = readSymbol(canonical, tables.isTypeCode)
    const series = symbol && date !== null ? seriesOf(symbol, date, '') : null
    return symbol && date !== null && series !== null ? [{ series, number: Number.parseInt(symbol.number, 10), date, symbol: canonical, source: null }] : []
  })
}

const clashes = (a: Entry, b: Entry): boolean =>
  (a.number < b.number && days(b.date, a.date) > SLACK_DAYS) || (b.number < a.number && days(a.date, b.date) > SLACK_DAYS)

/** Entries that stand against the order: the one that clashes with most others first, until the rest is in order. */
function outliers(entries: readonly Entry[]): { readonly entry: Entry; readonly against: readonly Entry[] }[] {
  const sorted = entries.toSorted((a, b) => a.number - b.number)
  let latest = ''
  const isOrdered = sorted.every(({ date }) => {
    const isLate = latest !== '' && days(date, latest) > SLACK_DAYS
    if (date > latest) latest = date
    return !isLate
  })
  if (isOrdered) return []
  let rest = sorted
  const found: { entry: Entry; against: Entry[] }[] = []
  for (;;) {
    const counted = rest.map(entry => ({ entry, against: rest.filter(other => clashes(entry, other)) }))
    const worst = counted.reduce((a, b) => (b.against.length > a.against.length ? b : a))
    if (worst.against.length === 0) return found
    found.push(worst)
    rest = rest.filter(entry => entry !== worst.entry)
  }
}

function toDraft({ entry, against }: { readonly entry: Entry; readonly against: readonly Entry[] }): Draft[] {
  const other = against.find(({ source }) => source?.document === entry.source?.document) ?? against[0]
  if (!entry.source || !other) return []
  const { document, citation } = entry.source
  const there =
    other.source === null ? 'in the registry' : other.source.document === document ? placeOf(other.source.citation) : `in ${nameOf(other.source.document)}`
  return [
    {
      severity: 'warning',
      message: `${entry.symbol} is dated ${entry.date} here; ${other.symbol} of the same series is dated ${other.date} ${there}, against the order of the numbers.`,
      at: { document, span: citation.span },
      related: against.slice(0, 5).flatMap(({ source }) => (source ? [{ document: source.document, span: source.citation.span }] : [])),
    },
  ]
}

/** The numbers of a series and a year grow with their dates. */
export const outOfSequence: CorpusCheck = {
  id: 'citation.out-of-sequence',
  about: 'Number and date of a cited document stand against the order of its series.',
  scope: 'corpus',
  inspect: (documents, tables) => {
    const distinct = [
      ...groupBy([...mentioned(documents, tables), ...registered(tables)], entry => `${entry.series}|${entry.number}|${entry.date}`).values(),
    ].map(list => list[0] as Entry)
    return [...groupBy(distinct, entry => entry.series).values()].flatMap(outliers).flatMap(toDraft)
  },
}
