import type { AuditDocument, CitingDocument } from '../../model/audit.js'
import { type Bilingual, say } from '../../model/bilingual.js'
import type { CitationRecord } from '../../model/extraction.js'
import { foldWords } from '../../model/fold.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import { workKey } from '../../model/work-key.js'
import type { AuditTables } from '../audit-tables.js'
import type { ComparedDraft, CorpusCheck } from '../check.js'
import { titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { isDay, numberedMentions } from '../mentions.js'
import { type SeenMention, seenMention, whereSeen } from '../seen-mention.js'

interface Dated {
  readonly mention: SeenMention
  readonly title: Bilingual
  readonly date: string
  /** Equal for mentions that must mean one document. */
  readonly work: string
  /** Bodies that number on their own: mentions of different ones are different documents. */
  readonly issuer: string
  /** The citing document is older than the date. */
  readonly isImpossible: boolean
}

const issuerKey = (citation: CitationRecord, tables: AuditTables): string =>
  citation.issuer === null ? '' : (tables.bodyOfIssuer(citation.issuer)?.name ?? foldWords(citation.issuer))

/** Whether the numbers of a mention's issuer are given once in the country, so that mentions in several texts mean one document. */
const isCentral = (citation: CitationRecord): boolean => workKey(citation, 'any')?.province === null

/** Numbered mentions with a whole date, under the document they cite as far as number and issuer tell it: those of central documents, or the others. */
function dated(document: CitingDocument, tables: AuditTables, central: boolean): Dated[] {
  return numberedMentions(document, tables).flatMap(({ citation, symbol, key }) => {
    const { date, self } = citation
    if (self || !isDay(date) || symbol.family === 'bare' || isCentral(citation) !== central) return []
    const own = document.extraction.document.date
    const isImpossible = isDay(own) && date > own
    const title = say(titleOf(citation), titleInVietnamese(citation))
    return [{ mention: seenMention(document, citation), title, date, work: key, issuer: issuerKey(citation, tables), isImpossible }]
  })
}

/**
 * Whether two mentions under one number can only mean one document. A number with a year can; one without begins anew each January, so that
 * the dates must lie in one year, or be the same day of two years of which the citing document rules one out.
 */
function mustBeOne(a: Dated, b: Dated): boolean {
  if (/\/\d{4}\//.test(a.work) || a.date.slice(0, 4) === b.date.slice(0, 4)) return true
  return a.date.slice(5) === b.date.slice(5) && (a.isImpossible || b.isImpossible)
}

/** Most related places that a finding shows. */
const MOST_RELATED = 5

/** What is known of the mentions that give a document one date: how many there are, and the first of each kind, in their order. */
interface PrintedDate {
  count: number
  isImpossible: boolean
  readonly first: Dated[]
}

/** Mentions of documents by work and date; of those that a finding could not tell apart only the first are kept. */
type Works = Map<string, Map<string, PrintedDate>>

const isAlike = (a: Dated, b: Dated): boolean => a.issuer === b.issuer && a.isImpossible === b.isImpossible

function note(works: Works, mention: Dated): void {
  const dates = works.get(mention.work) ?? new Map<string, PrintedDate>()
  works.set(mention.work, dates)
  const date = dates.get(mention.date) ?? { count: 0, isImpossible: false, first: [] }
  dates.set(mention.date, date)
  date.count++
  date.isImpossible ||= mention.isImpossible
  if (date.first.filter(other => isAlike(other, mention)).length < MOST_RELATED) date.first.push(mention)
}

/** Which of the dates a finding names first: one that the citing document rules out, then the one that fewer mentions print. */
function suspectFirst(dates: ReadonlyMap<string, PrintedDate>): PrintedDate[] {
  const score = ({ count, isImpossible }: PrintedDate): number => (isImpossible ? -1000 : 0) + count
  return [...dates.values()].sort((a, b) => score(a) - score(b))
}

/** "31/12/2024 (chú thích 2)". */
const dayAndPlace = ({ date, mention }: Dated, document: AuditDocument): string => `${vietnameseTime(date)} (${whereSeen(mention, document).vi})`

function conflict(dates: ReadonlyMap<string, PrintedDate>): ComparedDraft[] {
  const [suspect, ...others] = suspectFirst(dates)
  const here = suspect?.first[0]
  if (!here) return []
  const isSameIssuer = ({ issuer }: Dated): boolean => [here.issuer, ''].includes(issuer) || here.issuer === ''
  const against = others.flatMap(({ first }) => first.filter(other => mustBeOne(here, other) && isSameIssuer(other)))
  const other = against[0]
  if (!other) return []
  return [
    {
      documentId: here.mention.place.documentId,
      complete: document => ({
        severity: 'error',
        message: say(
          `${here.title.en} is dated ${here.date} here and ${other.date} ${whereSeen(other.mention, document).en}.`,
          `${here.title.vi} ghi hai ngày: ${dayAndPlace(here, document)} và ${dayAndPlace(other, document)}.`,
        ),
        at: { document, span: here.mention.place.span },
        related: against.slice(0, MOST_RELATED).map(({ mention }) => mention.place),
      }),
    },
  ]
}

const conflicts = (works: Works): ComparedDraft[] => [...works.values()].flatMap(conflict)

/** One document cannot bear two dates. */
export const dateConflict: CorpusCheck = {
  id: 'citation.date-conflict',
  name: say('Two dates for one document', 'Một văn bản ghi hai ngày'),
  about: 'One cited document is given two dates.',
  scope: 'corpus',
  // Numbers of a province are given anew by each: a document's mentions of them are compared with each other only.
  inspect(document, tables) {
    const works: Works = new Map()
    for (const mention of dated(document, tables, false)) note(works, mention)
    return conflicts(works).map(({ complete }) => complete(document))
  },
  compare(tables) {
    const works: Works = new Map()
    return {
      add: document => {
        for (const mention of dated(document, tables, true)) note(works, mention)
      },
      end: () => conflicts(works),
    }
  },
}
