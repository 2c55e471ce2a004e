import type { Rulebook, RuleMatch } from '../../rulebook/index.js'

const QUARTERS: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4', '1': '1', '2': '2', '3': '3', '4': '4' }
const two = (text: string | undefined): string => (text ?? '').padStart(2, '0')
const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12

function toTime({ rule, parts }: RuleMatch): string | null {
  const { year = '', year2 = year } = parts
  const quarter = (q: string | undefined, y: string): string => `${y}-Q${QUARTERS[(q ?? '').toUpperCase()]}`
  switch (rule.emit.form) {
    case 'quarters':
      return `${quarter(parts.quarter, year)}/${quarter(parts.quarter2, year2)}`
    case 'quarter':
      return quarter(parts.quarter, year)
    case 'day': {
      const month = two(parts.month ?? parts.month2)
      const valid = isMonth(month) && Number(parts.day) >= 1 && Number(parts.day) <= 31
      return valid ? `${year}-${month}-${two(parts.day)}` : null
    }
    case 'years':
      return Number(year) < Number(year2) ? `${year}/${year2}` : null
    case 'month':
      return `${year}-${two(parts.month)}`
    case 'year':
      return year
    default:
      return null
  }
}

/** The one time that the words of a due cell say, or null where they say none or several; a beginning ("từ năm 2026") is none. */
export function dueDate(words: string, rulebook: Rulebook): string | null {
  const found: RuleMatch[] = []
  for (const rule of rulebook.stage('task-due')) {
    for (const match of rule.findAll(words)) {
      if (!found.some(f => f.span.start < match.span.end && match.span.start < f.span.end)) found.push(match)
    }
  }
  const times = new Set(found.filter(match => match.rule.emit.form !== 'since').map(toTime))
  return times.size === 1 ? ([...times][0] ?? null) : null
}
