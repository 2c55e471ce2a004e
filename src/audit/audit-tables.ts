import { foldWords } from '../model/fold.js'
import type { Span } from '../model/text.js'
import type { CompiledRule, Rulebook } from '../rulebook/index.js'
import type { RuleFile } from '../rulebook/schema.js'
import { type Registry, readRegistry } from './registry.js'

export interface DocumentType {
  readonly name: string
  /** Abbreviations in State and Party symbols, in capitals. */
  readonly codes: readonly string[]
}

/** A body that issues documents, as the tables of codes and of names know it. */
export interface IssuingBody {
  readonly name: string
  /** Its code begins the codes of many bodies, of the State and of the Party: `BCĐ…`. */
  readonly isFamily: boolean
  /** Last day it stood; null while it stands. */
  readonly until: string | null
  /** Folded beginnings of issuer phrases that may stand with its symbol though they name another body. */
  readonly also: readonly string[]
}

export type NationalTarget = RuleFile<'national-targets'>['entries'][number]

export interface AssemblyTerm {
  readonly term: number
  readonly from: string
  readonly until: string | null
}

/** What the checks know of the field, read once from the rules. */
export interface AuditTables {
  /** Whether a group of a symbol is a type's abbreviation, in any case of letters. */
  readonly isTypeCode: (code: string) => boolean
  /** The type a word names, by its name or an alias. */
  readonly typeOf: (word: string) => DocumentType | null
  /** Names of the types that an abbreviation may stand for. */
  readonly typesOfCode: (code: string) => readonly string[]
  /** Whether a type word may stand with another type's abbreviation. */
  readonly isAllowed: (type: string, code: string, isParty: boolean) => boolean
  /** The body that a symbol's abbreviation stands for. */
  readonly bodyOfCode: (code: string) => IssuingBody | null
  /** The body that an issuer phrase names: the longest known name that opens the phrase, offices before it left out. */
  readonly bodyOfIssuer: (issuer: string) => IssuingBody | null
  readonly assemblyTerms: readonly AssemblyTerm[]
  /** The province that an issuer phrase names, where no province of that name stood on the date any more. */
  readonly endedProvince: (issuer: string, date: string | null) => { readonly name: string; readonly until: string } | null
  readonly registry: Registry
  readonly nationalTargets: readonly NationalTarget[]
  /** Whether a word is in a group of `rules/audit/words.yaml`. */
  readonly isIn: (group: string, word: string) => boolean
  /** Patterns of the audit's own, by stage. */
  readonly patterns: (stage: string) => readonly CompiledRule[]
  /** Where words of a use in `rules/audit/contexts.yaml` stand in a text. */
  readonly contexts: (use: string, text: string) => readonly Span[]
}

const capitals = (code: string): string => code.normalize('NFC').toUpperCase()

const opens = (phrase: string, name: string): boolean => phrase === name || (phrase.startsWith(name) && /[\s,;:.()]/.test(phrase.charAt(name.length)))

function typeTables(rulebook: Rulebook): Pick<AuditTables, 'isTypeCode' | 'typeOf' | 'typesOfCode' | 'isAllowed'> {
  const byWord = new Map<string, DocumentType>()
  const byCode = new Map<string, string[]>()
  for (const { entries } of rulebook.tables('document-types')) {
    for (const { name, codes, partyCodes, aliases } of entries) {
      const all = [...new Set([...codes, ...partyCodes].map(capitals))]
      for (const word of [...aliases, name]) byWord.set(foldWords(word), { name, codes: all })
      for (const code of all) byCode.set(code, [...(byCode.get(code) ?? []), name])
    }
  }
  const allowances = rulebook.tables('type-allowances').flatMap(file => file.entries)
  return {
    isTypeCode: code => byCode.has(capitals(code)),
    typeOf: word => byWord.get(foldWords(word)) ?? null,
    typesOfCode: code => byCode.get(capitals(code)) ?? [],
    isAllowed: (type, code, isParty) =>
      allowances.some(row => row.party === isParty && foldWords(row.type) === foldWords(type) && capitals(row.code) === capitals(code)),
  }
}

function bodyTables(rulebook: Rulebook): Pick<AuditTables, 'bodyOfCode' | 'bodyOfIssuer'> {
  const files = rulebook.tables('issuer-names')
  const also = new Map(files.flatMap(file => file.entries.map(entry => [entry.body, entry.also.map(foldWords)] as const)))
  const bodies = new Map<string, IssuingBody>()
  const codes = rulebook.tables('issuer-codes').flatMap(file => file.entries)
  for (const { body, until, family } of codes) if (!bodies.has(body)) bodies.set(body, { name: body, isFamily: family, until, also: also.get(body) ?? [] })
  const named = [...bodies.keys()].map(body => ({ name: body, body }))
  const more = files.flatMap(file => file.entries.flatMap(({ body, names }) => names.map(name => ({ name, body }))))
  const names = [...named, ...more].map(({ name, body }) => ({ name: foldWords(name), body })).sort((a, b) => b.name.length - a.name.length)
  const offices = files.flatMap(file => file.offices.map(foldWords)).sort((a, b) => b.length - a.length)
  const withoutOffice = (phrase: string): string => {
    const office = offices.find(title => phrase.startsWith(`${title} `))
    return office === undefined ? phrase : withoutOffice(phrase.slice(office.length + 1))
  }
  const find = (phrase: string): string | undefined => names.find(({ name }) => opens(phrase, name))?.body
  return {
    bodyOfCode: code => {
      const wanted = capitals(code)
      const row =
        codes.find(entry => capitals(entry.code) === wanted) ??
        codes.find(entry => entry.numbered && capitals(entry.code) === wanted.replace(/\d+$/, '')) ??
        codes.find(entry => entry.family && wanted.startsWith(capitals(entry.code)))
      return row ? (bodies.get(row.body) ?? null) : null
    },
    bodyOfIssuer: issuer => {
      const phrase = foldWords(issuer)
      return bodies.get(find(phrase) ?? find(withoutOffice(phrase)) ?? '') ?? null
    },
  }
}

function provinceTable(rulebook: Rulebook): AuditTables['endedProvince'] {
  const rows = rulebook.tables('provinces').flatMap(file => file.entries)
  return (issuer, date) => {
    const named = /(?:tỉnh|thành phố)\s+(\p{Lu}[\p{L}\s-]*)$/u.exec(issuer.trim())?.[1]
    if (named === undefined || date === null) return null
    const wanted = foldWords(named)
    const same = rows.filter(row => [row.name, ...row.aliases].some(name => foldWords(name) === wanted))
    const last = same.find(row => row.until !== null && row.until < date)
    return last?.until && !same.some(row => row.until === null || row.until >= date) ? { name: `${last.unit} ${last.name}`, until: last.until } : null
  }
}

function wordGroups(rulebook: Rulebook): AuditTables['isIn'] {
  const groups = new Map<string, Set<string>>()
  for (const file of rulebook.tables('word-groups'))
    for (const [name, { words }] of Object.entries(file.groups)) groups.set(name, new Set(words.map(foldWords)))
  return (group, word) => groups.get(group)?.has(foldWords(word)) ?? false
}

/** Reads the tables that the checks need out of the rulebook. */
export function auditTables(rulebook: Rulebook): AuditTables {
  return {
    ...typeTables(rulebook),
    ...bodyTables(rulebook),
    assemblyTerms: rulebook.tables('assembly-terms').flatMap(file => file.entries),
    endedProvince: provinceTable(rulebook),
    registry: readRegistry(rulebook),
    nationalTargets: rulebook.tables('national-targets').flatMap(file => file.entries),
    isIn: wordGroups(rulebook),
    patterns: stage => rulebook.stage(stage),
    contexts: (use, text) => rulebook.stage('audit-context').flatMap(rule => (rule.emit.use === use ? rule.findAll(text).map(match => match.span) : [])),
  }
}
