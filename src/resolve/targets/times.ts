import { daysIn, isoDate } from '../../model/calendar.js'
import type { Emitted } from '../../model/quantity-find.js'

interface Printed {
  readonly emit: Emitted
  readonly parts: Readonly<Record<string, string>>
}

const two = (n: string | number): string => String(n).padStart(2, '0')
const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 }

const day = ({ day: d = '', month = '', month2 = month, year = '', year2 = year }: Printed['parts']): string | null => isoDate(d, month2, year2)

/** "đến hết tháng 02/2024" is the month's last day, "tháng 02/2024" the month, "tháng 12 năm trước" that of the year before the document's own. */
function month(parts: Printed['parts'], ownYear: string | null): string | null {
  const year = parts.year ?? (parts.before && ownYear ? String(Number(ownYear) - 1) : ownYear)
  const [y, m] = [Number(year), Number(parts.month)]
  const last = year ? daysIn(y, m) : 0
  if (last === 0) return null
  return parts.by ? `${y}-${two(m)}-${last}` : `${y}-${two(m)}`
}

function half(parts: Printed['parts'], ownYear: string | null): string | null {
  const year = parts.year ?? ownYear
  if (!year) return null
  const months = Number(parts.months)
  return parts.half?.toLowerCase() === 'cuối' ? `${year}-${two(13 - months)}/${year}-12` : `${year}-01/${year}-${two(months)}`
}

function quarter(parts: Printed['parts'], ownYear: string | null): string | null {
  const year = parts.year ?? ownYear
  const printed = (parts.quarter ?? '').toUpperCase()
  const n = ROMAN[printed] ?? Number(printed)
  return year && n >= 1 && n <= 4 ? `${year}-Q${n}` : null
}

/** "Năm 2026, 2027: mỗi năm …" is a period as well, as long as no year is left out. */
function period({ from, to, pair }: Printed['parts']): string | null {
  const years = Number(to) - Number(from)
  return years === 1 || (years > 1 && pair === undefined) ? `${from}/${to}` : null
}

/** "Từ ngày 15/12 đến ngày 14/9/2024": the first day is of the year of the last where it has none. */
function days({ day: d = '', month = '', year, day2 = '', month2 = '', year2 = '' }: Printed['parts']): string | null {
  const [from, to] = [isoDate(d, month, year ?? year2), isoDate(day2, month2, year2)]
  return from !== null && to !== null && from < to ? `${from}/${to}` : null
}

/** "Cùng kỳ năm 2023" of a report on months or a quarter: these of that year. */
export function samePeriod(year: string, own: string | null): string {
  return own !== null && /^(\d{4})-(?:Q[1-4]|\d\d\/\1-\d\d)$/.test(own) ? own.replaceAll(own.slice(0, 4), year) : year
}

/** "Trong 05 năm tiếp theo" of a document of 2025 are 2026 to 2030. */
function yearsToCome(parts: Printed['parts'], issued: string | null): string | null {
  return issued === null ? null : `${Number(issued) + 1}/${Number(issued) + Number(parts.years)}`
}

/**
 * The time that a cue of the stages `time` or `baseline` prints: `2025`, `2024-12-31`, `2024-Q1`, `2021/2025`. `own` is the time that the
 * document itself is about: it fills in a year that is left out. `issued` is the year it was issued in, from which years to come are counted. Null when the words name no possible time.
 */
export function readTime({ emit, parts }: Printed, own: string | null, issued: string | null = null): string | null {
  const ownYear = own && /^\d{4}/.test(own) && !/^\d{4}\//.test(own) ? own.slice(0, 4) : null
  switch (emit.form) {
    case 'period':
      return period(parts)
    case 'date':
      return day(parts)
    case 'day-of-year':
      return ownYear === null ? null : isoDate(parts.day ?? parts.day2 ?? '', parts.month ?? parts.month2 ?? '', ownYear)
    case 'days':
      return days(parts)
    case 'month':
      return month(parts, ownYear)
    case 'half':
      return half(parts, ownYear)
    case 'quarter':
      return quarter(parts, ownYear)
    case 'year':
      return parts.year ?? parts.year2 ?? null
    case 'years-to-come':
      return yearsToCome(parts, issued)
    case 'own':
      return own
    case 'own-year':
      return ownYear ?? own
    default:
      return null
  }
}

/** The last day that a time holds, for comparing times of unlike precision. */
export function lastDayOf(time: string): string {
  const end = time.split('/').at(-1) as string
  const q = /^(\d{4})-Q([1-4])$/.exec(end)
  if (q) return `${q[1]}-${two(Number(q[2]) * 3)}-31`
  if (/^\d{4}$/.test(end)) return `${end}-12-31`
  if (/^\d{4}-\d{2}$/.test(end)) return `${end}-31`
  return end
}
