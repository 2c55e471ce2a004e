import { foldWords } from './fold.js'

/** What a mention says about the document it cites: the fields of a citation record that identity may rest on. */
export interface WorkMention {
  readonly type: string | null
  readonly canonical: string | null
  readonly repaired: string | null
  readonly name: string | null
  readonly date: string | null
  readonly issuer: string | null
}

/** `normative`: 45/2020/NĐ-CP; `individual`: 566/QĐ-UBND; `party`: 39-NQ/TW; `standard`: TCVN ISO 9001:2015; `named`: a law or resolution by its name. */
export type WorkFamily = 'normative' | 'individual' | 'party' | 'standard' | 'named'

/** The identity of a cited document and what it rests on. */
export interface WorkKey {
  /** Equal for two mentions exactly when everything they state about identity is equal; parts that are not stated are `?`. */
  readonly key: string
  readonly family: WorkFamily
  /** The number-symbol in capitals, blanks and leading zeros taken out, or the name in lower case without diacritics. */
  readonly symbol: string
  /** Year of the number or of the date, Party term, or of a law known by name the whole date, else the year; null where the mention states none. */
  readonly when: string | null
  /** Folded name of the province whose bodies gave the number; null for central documents and where it is not known. */
  readonly province: string | null
  /** False when a part that identity needs is not stated: the mention may mean any work with the same `symbol` (and `province`). */
  readonly exact: boolean
}

/** Bodies that exist once in the country: their numbers need no province. `B…` are ministries, `…TW` bodies of the Party's centre. */
const CENTRAL_ISSUER =
  /^(CP|TTG|CTN|QH\d*|UBTVQH\d*|VPCP|VPQH|VPCTN|TTCP|NHNN|KTNN|TANDTC|VKSNDTC|H[ĐD]TP|UBDT|UBTWMTTQ(VN)?|MTTW|TW|ĐCT|BCSĐCP|[A-ZĐ]+TW|B(QP|CA|NG|NV|TP|TC|CT|XD|KHCN|GD(Đ|&Đ)T|YT|DTTG|NNMT|NN&MT|VHTTDL|KHĐT|KH&ĐT|GTVT|NN|NNPTNT|TNMT|TN&MT|TTTT|TT&TT|LĐTBXH|LĐ-TB&XH|CĐCCHC))$/

/** First day of the terms of the Party's congresses, newest first. Source: FACTS of the field, Party numbers run through a term. */
const PARTY_TERMS: readonly (readonly [string, string])[] = [
  ['2026-01-19', 'XIV'],
  ['2021-01-25', 'XIII'],
  ['2016-01-20', 'XII'],
  ['2011-01-12', 'XI'],
  ['2006-04-18', 'X'],
  ['2001-04-19', 'IX'],
]

/** A name as laws are told apart by: folded, and the year that may close it ("Luật Đất đai năm 2024"). */
export interface NameKey {
  readonly key: string
  readonly year: string | null
}

/** What two spellings of one law's name share; a bracket such as "(sửa đổi)" is no part of the name. */
export function nameKey(name: string): NameKey {
  const [, key = '', year = null] = /^(.*?)(?: (?:nam )?((?:19|20)\d{2}))?$/.exec(foldWords(name.replace(/\([^)]*\)/g, ' '))) ?? []
  return { key, year }
}

/** "Đầu tư" of "các Luật: Đầu tư, Doanh nghiệp" is the Luật Đầu tư. */
export const withType = (name: string, type: string | null): string =>
  type !== null && /^(Bộ l|L)uật$|^Pháp lệnh$/.test(type) && !/^(bo luat|luat|phap lenh) /.test(foldWords(name)) ? `${type} ${name}` : name

const cleanSymbol = (symbol: string): string =>
  symbol
    .normalize('NFKC')
    .replace(/Ð/g, 'Đ')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/, '')

const NAME = '(\\p{Lu}\\p{L}*(?:[ -]+\\p{Lu}\\p{L}*){0,3})'
const PROVINCE = new RegExp(`(?:[Tt]ỉnh|[Tt]hành phố|TP\\.?|(?:Tỉnh|Thành) (?:ủy|uỷ)) ${NAME}`, 'u')
const LOCALITY = new RegExp(`([Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu) ${NAME}`, 'u')

/** The province an issuer names, and the locality within it: `UBND tỉnh Hà Tĩnh` → `ha tinh`, `UBND xã An Bình` → `xa an binh` of the document's province. */
function provinceOfIssuer(issuer: string | null, documentProvince: string | null): string | null {
  const named = issuer === null ? null : PROVINCE.exec(issuer)
  const province = named ? foldWords(named[1] as string) : documentProvince === null ? null : foldWords(documentProvince)
  const locality = issuer === null ? null : LOCALITY.exec(issuer)
  return locality && province !== null ? `${foldWords(locality[0])}, ${province}` : province
}

function partyTerm(date: string | null): string | null {
  return PARTY_TERMS.find(([from]) => date !== null && date >= from)?.[1] ?? null
}

const partyShape = /^\d+[A-Z]?-[A-ZĐ]+\/(.+)$/
const stateShape = /^\d+[A-ZĐ]?(?:\/((?:19|20)\d{2}))?\/(.+)$/

/** The body in a State symbol: what follows the type (`QĐ-UBND`), or the first group of an official letter (`UBND-VX`). */
export function stateIssuer(tail: string): string {
  const groups = tail.split('-')
  const first = groups[0] as string
  const isType = /^(NQ|QĐ|QYĐ|CT|QC|TC|TB|HD|CTR|KH|PA|ĐA|DA|BC|BB|TTR|HĐ|CĐ|NĐ|TT|TTLT|NQLT|VBHN|PL|L)$/.test(first)
  return isType ? (groups[1] ?? '') : first
}

function build(family: WorkFamily, symbol: string, when: string | null, province: string | null, needs: { when: boolean; province: boolean }): WorkKey {
  const parts: string[] = [family, symbol]
  if (needs.when) parts.push(when ?? '?')
  if (needs.province) parts.push(province ?? '?')
  return {
    key: parts.join('|'),
    family,
    symbol,
    when,
    province: needs.province ? province : null,
    exact: !(needs.when && when === null) && !(needs.province && province === null),
  }
}

/**
 * The identity of the document a mention cites, after the law's own numbering: a State normative number carries its year, an individual one
 * needs the year of its date, a Party number its term, a law known by name its date; numbers of provincial bodies need the province,
 * which is the one the issuer names, else that of the document they are cited in. Null when the mention has neither number nor name.
 * Two mentions with the same `exact` key mean one work; a key that is not exact is for the caller to resolve, or to keep ambiguous.
 */
export function workKey(mention: WorkMention, documentProvince: string | null): WorkKey | null {
  const printed = mention.repaired ?? mention.canonical
  const province = provinceOfIssuer(mention.issuer, documentProvince)
  if (printed === null) {
    if (mention.name === null) return null
    const { key: symbol, year } = nameKey(withType(mention.name, mention.type))
    const isLaw = /^(luat|bo luat|phap lenh|hien phap)\b/.test(symbol)
    const isOwnCongress = /dang bo (tinh|thanh pho)(?: lan|$)/.test(symbol)
    const key = build('named', symbol, mention.date ?? year, province, { when: isLaw, province: isOwnCongress })
    // Two laws of one name may be of one year, so a year alone leaves the work open.
    return { ...key, exact: key.exact && !(isLaw && mention.date === null) }
  }
  const symbol = cleanSymbol(printed)
  if (/^(TCVN|QCVN|ISO|TCCS|TCNB)/.test(symbol) || mention.type === 'Tiêu chuẩn') return build('standard', symbol, null, null, { when: false, province: false })
  const party = partyShape.exec(symbol)
  if (party)
    return build('party', symbol, partyTerm(mention.date), province, {
      when: true,
      province: !CENTRAL_ISSUER.test((party[1] as string).split('-')[0] as string),
    })
  const state = stateShape.exec(symbol)
  const year = state?.[1] ?? null
  const tail = state?.[2] ?? ''
  const isProvincial = !CENTRAL_ISSUER.test(stateIssuer(tail)) && !CENTRAL_ISSUER.test(tail)
  if (year !== null) return build('normative', symbol, year, province, { when: false, province: isProvincial })
  const key = build('individual', symbol, mention.date?.slice(0, 4) ?? null, province, { when: true, province: isProvincial })
  // "Quyết định số 347 ngày 24/10/2025" and "Kế hoạch số 347 ngày 03/3/2025": a number without type and body is any body's.
  return { ...key, exact: key.exact && /\p{L}/u.test(symbol) }
}
