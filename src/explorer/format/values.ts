import { type Figure, figureSigns } from '../../model/figure.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import { vietnameseUnit } from '../../model/vietnamese-units.js'

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 })
export const formatNumber = (value: number): string => numbers.format(value)

/** Money in the largest scale that keeps it exact: 3.599 tỷ đồng. */
function formatMoney(value: number): string {
  for (const [scale, name] of [
    [1e9, 'tỷ'],
    [1e6, 'triệu'],
  ] as const)
    if (value >= scale && Number.isInteger((value / scale) * 1000)) return `${formatNumber(value / scale)} ${name} đồng`
  return `${formatNumber(value)} đồng`
}

/** A figure as people write it in Vietnamese: ≥ 90 %, 1.600 xã, tốp 10, 13/72. */
export function formatFigure(f: Figure): string {
  const signs = figureSigns(f)
  if (f.unit === 'vnd') return `${signs}${formatMoney(f.value)}${f.valueMax === null ? '' : ` – ${formatMoney(f.valueMax)}`}`
  const amount = `${formatNumber(f.value)}${f.valueMax === null ? '' : `–${formatNumber(f.valueMax)}`}${f.denominator === null ? '' : `/${formatNumber(f.denominator)}`}`
  if (f.unit === 'rank') return f.comparator === 'eq' ? `hạng ${amount}` : `tốp ${amount}`
  const unit = f.unit === 'count' ? (f.unitNoun === null ? '' : ` ${f.unitNoun}`) : ` ${vietnameseUnit(f.unit)}`
  return `${signs}${amount}${unit}`
}

/** A time as it is written in Vietnamese; nothing where there is none. */
export const formatTime = (time: string | null): string => (time === null ? '' : vietnameseTime(time))

/** Levels in one letter each: T tỉnh, H huyện, X xã. */
export const levelLetters = (levels: readonly string[] | null): string => (levels ?? []).map(level => level.charAt(0).toUpperCase()).join(' ')

/** The year a time ends in, for axes. */
export const yearOf = (time: string | null): number | null => {
  const year = time === null ? Number.NaN : Number(time.split('/').at(-1)?.slice(0, 4))
  return Number.isFinite(year) ? year : null
}

const collator = new Intl.Collator('vi')
export const compareNames = (a: string, b: string): number => collator.compare(a, b)

/** What a mention calls its document: type and number, else the name, which for laws begins with the type. */
export function citationName(c: {
  readonly type: string | null
  readonly repaired: string | null
  readonly canonical: string | null
  readonly name: string | null
  readonly quote: string
}): string {
  const title = c.repaired ?? c.canonical ?? c.name
  if (title === null) return c.quote.replace(/\s+/g, ' ')
  return c.type === null || title.toLowerCase().startsWith(c.type.toLowerCase()) ? title : `${c.type} ${title}`
}
