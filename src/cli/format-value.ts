import { entryOf } from '../model/entry-of.js'
import { type Figure, figureSigns } from '../model/figure.js'

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 })

const moneySteps: readonly (readonly [number, string])[] = [
  [1e9, 'tỷ đồng'],
  [1e6, 'triệu đồng'],
]

const unitNames: Readonly<Record<string, string>> = {
  percent: '%',
  rank: '(rank)',
  minutes: 'phút',
  hours: 'giờ',
  days: 'ngày',
  months: 'tháng',
  years: 'năm',
  times: 'lần',
}

/** A value as people write it in Vietnamese: `≥ 80 %`, `↓ ≥ 10 %`, `25–35 %`, `3.599 tỷ đồng`, `13/72`. */
export function formatValue(v: Figure): string {
  const lead = figureSigns(v)
  const step = v.unit === 'vnd' ? moneySteps.find(([size]) => Math.abs(v.value) >= size) : undefined
  const scale = step?.[0] ?? 1
  const amount = number.format(v.value / scale) + (v.valueMax === null ? '' : `–${number.format(v.valueMax / scale)}`)
  const ratio = v.denominator === null ? '' : `/${number.format(v.denominator)}`
  const unit = v.unit === 'vnd' ? (step?.[1] ?? 'đồng') : v.unit === 'count' ? (v.unitNoun ?? '') : (entryOf(unitNames, v.unit) ?? v.unit)
  return `${lead}${amount}${ratio} ${unit}`.trim()
}

/** A date as people write it: 22/10/2021; other times as they are. */
export const formatDate = (date: string | null): string => (date === null ? '' : date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1'))

const levelLetters: Readonly<Record<string, string>> = { tỉnh: 'T', huyện: 'H', xã: 'X' }

/** Levels in one letter each, as tables show them. */
export const formatLevels = (levels: readonly string[] | null): string => (levels ?? []).map(level => entryOf(levelLetters, level) ?? level).join('')
