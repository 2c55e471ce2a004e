import { say } from '../../model/bilingual.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { AssemblyTerm } from '../audit-tables.js'
import type { DocumentCheck } from '../check.js'
import { titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { isDay, numberedMentions } from '../mentions.js'

/** Days on which the old term's Standing Committee still issues, or the new one's first resolutions are dated. */
const SLACK_DAYS = 31

const daysFrom = (earlier: string, later: string): number => (Date.parse(later) - Date.parse(earlier)) / 86_400_000

const outside = ({ from, until }: AssemblyTerm, date: string): boolean =>
  daysFrom(date, from) > SLACK_DAYS || (until !== null && daysFrom(until, date) > SLACK_DAYS)

/** `QH15` names the term of the National Assembly: a date outside that term contradicts the symbol. */
export const termMismatch: DocumentCheck = {
  id: 'citation.term-mismatch',
  name: say('Term of the National Assembly', 'Khóa Quốc hội không khớp ngày'),
  about: 'The term of the National Assembly in the symbol does not fit the date or the year.',
  scope: 'document',
  inspect: (document, tables) =>
    numberedMentions(document, tables).flatMap(({ citation, symbol }) => {
      const printed = /QH(\d+)$/i.exec(symbol.body ?? '')
      const term = printed && tables.assemblyTerms.find(row => row.term === Number(printed[1]))
      if (!term) return []
      const day = isDay(citation.date) ? citation.date : null
      const yearOut = symbol.year !== null && outside(term, `${symbol.year}-12-31`) && outside(term, `${symbol.year}-01-01`)
      if (!(day ? outside(term, day) : yearOut)) return []
      return [
        {
          severity: 'error' as const,
          message: say(
            `${titleOf(citation)} names term ${term.term} of the National Assembly (${term.from} to ${term.until ?? 'now'}); its ${day ? `date is ${day}` : `year is ${symbol.year}`}.`,
            `${titleInVietnamese(citation)} mang ký hiệu Quốc hội khóa ${term.term} (từ ${vietnameseTime(term.from)} đến ${term.until === null ? 'nay' : vietnameseTime(term.until)}) nhưng ghi ${day ? `ngày ${vietnameseTime(day)}` : `năm ${symbol.year}`}.`,
          ),
          at: { document, span: citation.span },
        },
      ]
    }),
}
