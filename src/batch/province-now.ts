import type { Extraction } from '../model/extraction.js'
import { type ProvincePeriod, provinceOn, provinceToday } from '../store/province-time.js'

/** The province that a document's province is part of today, or null when it names none. */
export function provinceNowOf({ document: { province, date } }: Extraction, provinces: readonly ProvincePeriod[]): string | null {
  const then = province === null ? null : provinceOn(provinces, province.name, date)
  return then === null ? null : provinceToday(provinces, then).name
}
