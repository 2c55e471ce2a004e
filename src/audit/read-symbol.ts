/**
 * What a number-symbol says by its form. `typed`: 566/QĐ-UBND, 45/2020/NĐ-CP; `letter`: an official letter, 1398/UBND-NC1; `assembly`: 59/2020/QH14;
 * `party`: 39-NQ/TW; `bare`: a number without symbol, 45/2020.
 */
export type SymbolFamily = 'typed' | 'letter' | 'assembly' | 'party' | 'bare'

export interface DocumentSymbol {
  readonly family: SymbolFamily
  /** Digits and letter suffix without leading zeros: `204`, `30c`. */
  readonly number: string
  readonly year: number | null
  /** The type's abbreviation as printed: `QĐ`, `CTr`. */
  readonly typeCode: string | null
  /** The issuing body's abbreviation as printed: `UBND`, `QH14`. */
  readonly body: string | null
  /** Groups after the body: the drafting unit. */
  readonly unit: readonly string[]
}

const state = /^(\d+[a-zđ]?)(?:\/(\d{4}))?(?:\/(.+))?$/i
const party = /^(\d+[a-zđ]?)-([^/]+)\/(.+)$/i
const assembly = /^(?:UBTV)?QH\d+$/i

const bare = (number: string): string => number.replace(/^0+(?=\d)/, '')

/**
 * Reads a number-symbol after the numbering grammars of Decree 30/2020 and Decree 34/2016 and of the Party's offices.
 * `isType` knows the types' abbreviations. Null where the form is none of these.
 */
export function readSymbol(canonical: string, isType: (code: string) => boolean): DocumentSymbol | null {
  const asParty = party.exec(canonical)
  if (asParty) {
    const [body = '', ...unit] = (asParty[3] as string).split('-')
    return { family: 'party', number: bare(asParty[1] as string), year: null, typeCode: asParty[2] as string, body, unit }
  }
  const match = state.exec(canonical)
  if (!match) return null
  const number = bare(match[1] as string)
  const year = match[2] === undefined ? null : Number(match[2])
  if (match[3] === undefined) return { family: 'bare', number, year, typeCode: null, body: null, unit: [] }
  const groups = match[3].split('-')
  const first = groups[0] as string
  if (groups.length === 1 && assembly.test(first)) return { family: 'assembly', number, year, typeCode: null, body: first, unit: [] }
  if (isType(first)) return { family: 'typed', number, year, typeCode: first, body: groups[1] ?? null, unit: groups.slice(2) }
  return { family: 'letter', number, year, typeCode: null, body: first, unit: groups.slice(1) }
}

/** The form under which two spellings of a symbol are one: capitals, no blanks, no leading zeros. */
export const symbolKey = (canonical: string): string =>
  canonical
    .normalize('NFKC')
    .replace(/Ð/g, 'Đ')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/, '')
