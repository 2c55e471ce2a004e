import { isoDate as isoDateOf } from '../../model/calendar.js'

/** Of two printed digits, from here on a year is of the last century: no decree that is still cited so is older. */
const LAST_CENTURY = 45

/** The ISO date of a printed one ("15/7/2021", "15/7/21"); null when the day does not exist. */
export function isoDate(printed: string): string | null {
  const match = /^\s*(\d{1,2})\D+?(\d{1,2})\D+?(\d{4}|\d{2})\s*$/u.exec(printed)
  return match && isoDateOf(match[1] as string, match[2] as string, fullYear(match[3] as string))
}

const fullYear = (digits: string): string => (digits.length === 4 ? digits : `${Number(digits) < LAST_CENTURY ? '20' : '19'}${digits}`)
