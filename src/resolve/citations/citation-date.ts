import { isoDate as isoDateOf } from '../../model/calendar.js'

/** The ISO date of a printed one; null when the day does not exist. */
export function isoDate(printed: string): string | null {
  const match = /^\s*(\d{1,2})\D+?(\d{1,2})\D+?(\d{4})\s*$/u.exec(printed)
  return match && isoDateOf(match[1] as string, match[2] as string, match[3] as string)
}
