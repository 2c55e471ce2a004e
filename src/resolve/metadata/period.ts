import type { Rulebook, RuleMatch } from '../../rulebook/index.js'

const QUARTERS: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4' }

function toTime(match: RuleMatch): string {
  const { quarter, year, month, months, from, to } = match.parts
  switch (match.rule.emit.shape) {
    case 'quarter':
      return `${year}-Q${QUARTERS[(quarter as string).toUpperCase()] ?? quarter}`
    case 'months':
      return `${year}-01/${year}-${String(Number(months)).padStart(2, '0')}`
    case 'months-left':
      return `${year}-${String(13 - Number(months)).padStart(2, '0')}/${year}-12`
    case 'month':
      return `${year}-${String(Number(month)).padStart(2, '0')}`
    case 'interval':
      return `${from}/${to}`
    default:
      return year as string
  }
}

/** A title with blanks in place of the dates of other documents in it, which are no time of its own. */
export const withoutDates = (title: string): string =>
  title.replace(/ngày\s\d{1,2}\s?(?:tháng\s\d{1,2}\snăm\s|[/.-]\d{1,2}[/.-])\d{4}/gi, m => ' '.repeat(m.length))

/** The time a title says its document is for, as ISO year, month, quarter or interval; null where it says none. Dates of other documents in the title do not count. */
export function findPeriod(title: string, rulebook: Rulebook): string | null {
  const plain = withoutDates(title)
  for (const rule of rulebook.stage('period')) {
    const match = rule.findAll(plain)[0]
    if (match) return toTime(match)
  }
  return null
}
