/** How many days a month has; none where there is no such month. */
export function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** ISO date of day, month and year, null when there is no such day. */
export function isoDate(day: string, month: string, year: string): string | null {
  const [d, m, y] = [Number(day), Number(month), Number(year)]
  return d >= 1 && d <= daysIn(y, m) ? `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` : null
}
