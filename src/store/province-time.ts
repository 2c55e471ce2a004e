import { foldWords } from '../model/fold.js'
import { remembered } from '../model/remembered.js'

/** A province of the table `province`: 63 stood until mid-2025, 34 stand since, and some names are in both. */
export interface ProvincePeriod {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly aliases: readonly string[]
  readonly from: string | null
  readonly until: string | null
  readonly successor: string | null
  readonly predecessors: readonly string[]
}

/** More names than a country's provinces have. */
const MOST_NAMES = 2000

/** A province's name without "tỉnh" or "thành phố", blanks and hyphens: `TP. Hồ Chí Minh` → `hochiminh`. */
const foldProvince = remembered(
  name =>
    foldWords(name)
      .replace(/^(tinh|thanh pho|tp\.?)(?=\W)\s*/, '')
      .replace(/[^a-z0-9]/g, ''),
  MOST_NAMES,
)

export const isNamed = (province: ProvincePeriod, name: string): boolean => {
  const folded = foldProvince(name)
  return [province.name, ...province.aliases].some(n => foldProvince(n) === folded)
}

const stoodOn = (p: ProvincePeriod, date: string): boolean => (p.from === null || p.from <= date) && (p.until === null || date <= p.until)

/** The province that bore a name on a date; without a date the one that bears it now, else the one that bore it last. */
export function provinceOn(provinces: readonly ProvincePeriod[], name: string, date: string | null): ProvincePeriod | null {
  const named = provinces.filter(p => isNamed(p, name))
  const standing = date === null ? named.filter(p => p.until === null) : named.filter(p => stoodOn(p, date))
  return standing[0] ?? named[0] ?? null
}

/** The province that an old one is part of today; itself when it stands. */
export function provinceToday(provinces: readonly ProvincePeriod[], province: ProvincePeriod): ProvincePeriod {
  if (province.until === null) return province
  return provinces.find(p => p.until === null && p.code === province.successor) ?? province
}

/** The provinces that went into one of today's, without itself under its old borders. */
export const predecessorsOf = (provinces: readonly ProvincePeriod[], today: ProvincePeriod): ProvincePeriod[] =>
  provinces.filter(p => p.until !== null && p.successor === today.code)
