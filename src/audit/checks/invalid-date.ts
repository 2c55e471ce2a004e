import { type Bilingual, say } from '../../model/bilingual.js'
import { daysIn } from '../../model/calendar.js'
import type { DocumentCheck, Draft } from '../check.js'

function fault(day: number, month: number, year: number): Bilingual | null {
  const days = daysIn(year, month)
  if (days === 0) return say(`a year has no month ${month}`, `một năm không có tháng ${month}`)
  if (day < 1 || day > days) return say(`month ${month} of ${year} has ${days} days`, `tháng ${month} năm ${year} có ${days} ngày`)
  return year < 1900 || year > 2100 ? say(`the year is ${year}`, `năm ghi là ${year}`) : null
}

/** A printed date that no calendar has. */
export const invalidDate: DocumentCheck = {
  id: 'citation.invalid-date',
  name: say('Date that does not exist', 'Ngày không có trong lịch'),
  about: 'A printed date does not exist.',
  scope: 'document',
  inspect: (document, tables) =>
    tables.patterns('audit-date').flatMap(rule =>
      rule.findAll(document.extraction.text).flatMap(({ span, raw, parts }): Draft[] => {
        const found = fault(Number(parts.day), Number(parts.month), Number(parts.year))
        if (found === null) return []
        const printed = raw.replace(/\s+/g, ' ')
        const message = say(`"${printed}" does not exist: ${found.en}.`, `“${printed}” không có trong lịch: ${found.vi}.`)
        return [{ severity: 'error', message, at: { document, span } }]
      }),
    ),
}
