import { matchesOf } from '../../model/matches-of.js'
import type { SymbolTables } from './symbol-tables.js'

/** A symbol read as it must have been meant, and why. */
export interface Repair {
  readonly repaired: string
  readonly reason: string
}

interface Printed {
  readonly number: string
  readonly year: string | null
  /** Groups after the number, and what separates each from the one before. */
  readonly groups: readonly string[]
  readonly separators: readonly string[]
}

/** The symbol as printed, without blanks and line breaks. */
export const canonicalSymbol = (raw: string): string => raw.replace(/\s+/g, '')

/** Letters of a symbol, with what parts them from those before. */
const GROUP = /([-/_]?)([^-/_]+)/gu

function split(canonical: string): Printed | null {
  const match = /^(\d{1,5}[a-eđA-E]?|\d{1,3}\.\d{1,2})(?:\/((?:19|20)\d{2}))?(.*)$/u.exec(canonical)
  if (!match) return null
  const rest = match[3] as string
  const groups: string[] = []
  const separators: string[] = []
  for (const m of matchesOf(rest, GROUP)) {
    separators.push(m[1] as string)
    groups.push(m[2] as string)
  }
  return { number: match[1] as string, year: match[2] ?? null, groups, separators }
}

const join = (p: Printed): string => {
  const head = p.year === null ? p.number : `${p.number}/${p.year}`
  return head + p.groups.map((g, i) => `${p.separators[i]}${g}`).join('')
}

type Mend = (printed: Printed, tables: SymbolTables) => { printed: Printed; reason: string } | null

/** Each mend looks for one kind of damage; they are tried in this order, and each may act once. */
const mends: readonly Mend[] = [mendLateYear, mendSmallLetters, mendLetters, mendLostHyphen, mendSeparators, mendSplitBody, mendDoubledLetter]

/** The symbol that is plainly meant by a damaged one; null when the printed one is sound or its damage leaves more than one reading. */
export function repairSymbol(canonical: string, tables: SymbolTables): Repair | null {
  let printed = split(canonical)
  if (!printed || printed.groups.length === 0) return null
  const reasons: string[] = []
  for (const mend of mends) {
    const mended = mend(printed, tables)
    if (!mended) continue
    printed = mended.printed
    reasons.push(mended.reason)
  }
  const repaired = join(printed)
  return reasons.length > 0 && repaired !== canonical ? { repaired, reason: reasons.join('; ') } : null
}

const isType = (group: string, tables: SymbolTables): boolean => tables.typeSpelling.has(group.toUpperCase())
const isBody = (group: string, tables: SymbolTables): boolean => tables.isBody(group)

/** Types that are never normative and so have no year in their numbers (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const WITHOUT_YEAR = new Set(['KH', 'BC', 'TTR', 'TB', 'CTR', 'HD', 'ĐA', 'PA', 'KL', 'CĐ'])

/** 223/KH-UBND/2021: the year of the document behind its number. That of a decision or resolution may belong to its number, so it is left. */
function mendLateYear(printed: Printed): ReturnType<Mend> {
  const last = printed.groups.at(-1) as string
  if (printed.year !== null || printed.groups.length < 3 || !/^(?:19|20)\d{2}$/.test(last) || !WITHOUT_YEAR.has((printed.groups[0] as string).toUpperCase()))
    return null
  const sound = { ...printed, groups: printed.groups.slice(0, -1), separators: printed.separators.slice(0, -1) }
  return { printed: sound, reason: 'a year stands behind a number that has none' }
}

/** nđ-cp: every group in small letters; a symbol in capitals is only styled so and is left. */
function mendSmallLetters(printed: Printed, tables: SymbolTables): ReturnType<Mend> {
  if (!printed.groups.every(g => g === g.toLowerCase())) return null
  const groups = printed.groups.map((g, i) => (i === 0 ? tables.typeSpelling : tables.bodySpelling).get(g.toUpperCase()) ?? g.toUpperCase())
  return { printed: { ...printed, groups }, reason: 'small letters stand for capitals' }
}

/** CD-TTg, TƯ: a letter that a table of misprints names, where the group is no sound one. */
function mendLetters(printed: Printed, tables: SymbolTables): ReturnType<Mend> {
  const reasons: string[] = []
  const groups = printed.groups.map((group, i) => {
    const repair = tables.repairs.find(r => r.printed === group && (r.group === 'type') === (i === 0 && printed.groups.length > 1))
    if (!repair) return group
    reasons.push(repair.reason)
    return repair.read
  })
  return reasons.length > 0 ? { printed: { ...printed, groups }, reason: reasons.join('; ') } : null
}

/** QĐUBND: one group that is a known type and a known body run together. */
function mendLostHyphen(printed: Printed, tables: SymbolTables): ReturnType<Mend> {
  const [group, ...others] = printed.groups
  if (group === undefined || isType(group, tables) || isBody(group, tables)) return null
  for (let cut = 2; cut <= 4; cut++) {
    const [type, body] = [group.slice(0, cut), group.slice(cut)]
    if (!isType(type, tables) || tables.bodyLevel(body) === null || body.length < 2) continue
    const separators = [printed.separators[0] as string, '-', ...printed.separators.slice(1)]
    return { printed: { ...printed, groups: [type, body, ...others], separators }, reason: 'the hyphen between type and body is lost' }
  }
  return null
}

/** 27/NQ-TW, 2665QĐ/UBND, 12-QĐ/UBND, 10/2007/QĐ_BKHCN: the separators of the other family, told by the body. */
function mendSeparators(printed: Printed, tables: SymbolTables): ReturnType<Mend> {
  const [type, body] = printed.groups
  if (type === undefined || body === undefined || printed.groups.length < 2 || !isType(type, tables)) return null
  const level = tables.bodyLevel(body)
  if (level === null) return null
  const isOwnParty = level === 'party'
  const wanted = isOwnParty ? ['-', '/'] : ['/', '-']
  if (printed.separators[0] === wanted[0] && printed.separators[1] === wanted[1]) return null
  if (isOwnParty && (printed.groups.length > 2 || printed.year !== null)) return null
  const separators = [wanted[0] as string, wanted[1] as string, ...printed.separators.slice(2)]
  const reason = isOwnParty
    ? 'a Party number joins its type by a hyphen and its body by a slash'
    : 'a State number joins its type by a slash and its body by a hyphen'
  return { printed: { ...printed, separators }, reason }
}

/** KH-SKH-CN: two groups that are one known body. */
function mendSplitBody(printed: Printed, tables: SymbolTables): ReturnType<Mend> {
  const [type, first, second, ...others] = printed.groups
  if (type === undefined || first === undefined || second === undefined || !isType(type, tables)) return null
  if (isBody(first, tables) || !isBody(first + second, tables)) return null
  const separators = [...printed.separators.slice(0, 2), ...printed.separators.slice(3)]
  return { printed: { ...printed, groups: [type, first + second, ...others], separators }, reason: 'a hyphen stands inside the abbreviation of the body' }
}

/** BTCTTW: a body that is known when one of two equal letters goes. */
function mendDoubledLetter(printed: Printed, tables: SymbolTables): ReturnType<Mend> {
  const at = printed.groups.length > 1 && isType(printed.groups[0] as string, tables) ? 1 : 0
  const body = printed.groups[at] as string
  if (isBody(body, tables) || isType(body, tables)) return null
  for (let i = 1; i < body.length; i++) {
    if (body[i] !== body[i - 1]) continue
    const single = body.slice(0, i) + body.slice(i + 1)
    if (single.length < 3 || !isBody(single, tables)) continue
    const groups = printed.groups.map((g, j) => (j === at ? single : g))
    return { printed: { ...printed, groups }, reason: 'a letter is doubled' }
  }
  return null
}
