import { entryOf } from './entry-of.js'

/** Units of `rules/units.yaml`, and those that targets have besides, where documents do not print them under the name that the data has. */
const units: Readonly<Record<string, string>> = {
  percent: '%',
  'percentage points': 'điểm %',
  permille: '‰',
  count: 'số lượng',
  rank: 'thứ hạng',
  points: 'điểm',
  times: 'lần',
  vnd: 'đồng',
  usd: 'USD',
  eur: 'EUR',
  jpy: 'JPY',
  seconds: 'giây',
  minutes: 'phút',
  hours: 'giờ',
  days: 'ngày',
  'working-days': 'ngày làm việc',
  weeks: 'tuần',
  months: 'tháng',
  years: 'năm',
  km2: 'km²',
  m2: 'm²',
  m3: 'm³',
  tonnes: 'tấn',
  liters: 'lít',
}

/** A unit of the data as it is written in Vietnamese; a unit without a row here as it is. */
export const vietnameseUnit = (unit: string): string => entryOf(units, unit) ?? unit

/** Whether the table above has the unit. */
export const hasVietnameseUnit = (unit: string): boolean => Object.hasOwn(units, unit)
