import type { AuditDocument } from '../../model/audit.js'
import { say } from '../../model/bilingual.js'
import type { CitationRecord } from '../../model/extraction.js'
import { groupBy } from '../../model/group.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import { foldWords, workKey } from '../../model/work-key.js'
import type { AuditTables } from '../audit-tables.js'
import type { CorpusCheck, Draft, Place } from '../check.js'
import { nameOf, placeOf, titleOf } from '../describe.js'
import { placeInVietnamese, titleInVietnamese } from '../describe-in-vietnamese.js'
import { isDay, numberedMentions } from '../mentions.js'

interface Dated {
  readonly document: AuditDocument
  readonly citation: CitationRecord
  readonly date: string
  /** Equal for mentions that must mean one document. */
  readonly work: string
}

const place = ({ document, citation }: Dated): Place => ({ document, span: citation.span })

/** Names of bodies that number on their own: mentions of different ones are different documents. */
const issuerKey = (citation: CitationRecord, tables: AuditTables): string =>
  citation.issuer === null ? '' : (tables.bodyOfIssuer(citation.issuer)?.name ?? foldWords(citation.issuer))

/** Whether the numbers of a mention's issuer are given once in the country, so that mentions in several texts mean one document. */
const isCentral = (citation: CitationRecord): boolean => workKey(citation, 'any')?.province === null

/** Numbered mentions with a whole date, under the document they cite as far as number and issuer tell it. */
function dated(documents: readonly AuditDocument[], tables: AuditTables): Dated[] {
  return documents.flatMap(document =>
    numberedMentions(document, tables).flatMap(({ citation, symbol, key }) => {
      if (citation.self || !isDay(citation.date) || symbol.family === 'bare') return []
      return [{ document, citation, date: citation.date, work: isCentral(citation) ? key : `${document.id}|${key}` }]
    }),
  )
}

const isImpossible = ({ document, date }: Dated): boolean => isDay(document.extraction.document.date) && date > document.extraction.document.date

/**
 * Whether two mentions under one number can only mean one document. A number with a year can; one without begins anew each January, so that
 * the dates must lie in one year, or be the same day of two years of which the citing document rules one out.
 */
function mustBeOne(a: Dated, b: Dated): boolean {
  if (/\/\d{4}\//.test(a.work) || a.date.slice(0, 4) === b.date.slice(0, 4)) return true
  return a.date.slice(5) === b.date.slice(5) && (isImpossible(a) || isImpossible(b))
}

/** Which of the dates a finding names first: one that the citing document rules out, then the one that fewer mentions print. */
function suspectFirst(byDate: ReadonlyMap<string, readonly Dated[]>): string[] {
  const score = (date: string): number => {
    const mentions = byDate.get(date) ?? []
    return (mentions.some(isImpossible) ? -1000 : 0) + mentions.length
  }
  return [...byDate.keys()].sort((a, b) => score(a) - score(b))
}

/** "31/12/2024 (chú thích 2)". */
const dayAndPlace = (mention: Dated, here: Dated): string =>
  `${vietnameseTime(mention.date)} (${placeInVietnamese(place(mention), mention.citation.section, here.document)})`

function conflict(mentions: readonly Dated[], tables: AuditTables): Draft[] {
  const byDate = groupBy(mentions, mention => mention.date)
  const [suspect, ...others] = suspectFirst(byDate)
  const here = suspect === undefined ? undefined : byDate.get(suspect)?.[0]
  if (!here) return []
  const key = issuerKey(here.citation, tables)
  const sameIssuer = ({ citation }: Dated): boolean => [key, ''].includes(issuerKey(citation, tables)) || key === ''
  const against = others.flatMap(date => byDate.get(date) ?? []).filter(other => mustBeOne(here, other) && sameIssuer(other))
  const other = against[0]
  if (!other) return []
  const there = other.document === here.document ? placeOf(other.citation) : `in ${nameOf(other.document)}`
  return [
    {
      severity: 'error',
      message: say(
        `${titleOf(here.citation)} is dated ${here.date} here and ${other.date} ${there}.`,
        `${titleInVietnamese(here.citation)} ghi hai ngày: ${dayAndPlace(here, here)} và ${dayAndPlace(other, here)}.`,
      ),
      at: place(here),
      related: against.map(place),
    },
  ]
}

/** One document cannot bear two dates. */
export const dateConflict: CorpusCheck = {
  id: 'citation.date-conflict',
  name: say('Two dates for one document', 'Một văn bản ghi hai ngày'),
  about: 'One cited document is given two dates.',
  scope: 'corpus',
  inspect: (documents, tables) => [...groupBy(dated(documents, tables), mention => mention.work).values()].flatMap(mentions => conflict(mentions, tables)),
}
