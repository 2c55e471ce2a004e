import type { DocumentCheck, Draft } from '../check.js'

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

function fault(day: number, month: number, year: number): string | null {
  const days = month === 2 && !isLeap(year) ? 28 : DAYS[month - 1]
  if (days === undefined) return `a year has no month ${month}`
  if (day < 1 || day > days) return `month ${month} of ${year} has ${days} days`
  return year < 1900 || year > 2100 ? `the year is ${year}` : null
}

/** A printed date that no calendar has. */
export const invalidDate: DocumentCheck = {
  id: 'citation.invalid-date',
  about: 'A printed date does not exist.',
  scope: 'document',
  inspect: (document, tables) =>
    tables.patterns('audit-date').flatMap(rule =>
      rule.findAll(document.extraction.text).flatMap(({ span, raw, parts }): Draft[] => {
        const found = fault(Number(parts.day), Number(parts.month), Number(parts.year))
        return found === null ? [] : [{ severity: 'error', message: `"${raw.replace(/\s+/g, ' ')}" does not exist: ${found}.`, at: { document, span } }]
      }),
    ),
}
