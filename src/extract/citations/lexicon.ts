import { groupBy } from '../../model/group.js'
import type { CompiledRule, Rulebook } from '../../rulebook/index.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'

export interface LawName {
  readonly type: string
  /** Small letters, as it must stand in the text. */
  readonly lower: string
  /** The same without diacritics: how it must read where letters were misread. */
  readonly folded: string
}

/** The rules of one kind that may match in a part of a line. */
export type RulesIn = (line: string, start: number, end: number) => readonly CompiledRule[]

/** The stages whose rules find the words with which a mention begins to be read. */
const OPENERS = ['symbol', 'law', 'standard', 'congress', 'dated', 'short'] as const

/** The tables that reading citations needs, made once for a rulebook. */
export interface Lexicon {
  /** Rules that are tried at a place. */
  readonly rules: Readonly<Record<'gap' | 'tail' | 'before' | 'pinpoint', readonly CompiledRule[]>>
  /** Those rules of a kind that may match in a part of a line. */
  readonly rulesIn: Readonly<Record<'symbol' | 'type' | 'standard' | 'congress' | 'dated' | 'law' | 'short' | 'pinpoint' | 'cue', RulesIn>>
  /** Whether any rule that finds the words with which a mention begins to be read may match in a part of a text. */
  readonly mayMention: (text: string, start: number, end: number) => boolean
  /** Type abbreviations in capitals and the types they mean. */
  readonly typeCodes: ReadonlyMap<string, string>
  /** Whether a group of a symbol is the known abbreviation of a body. */
  readonly isBody: (group: string) => boolean
  /** Known names by their first word in small letters without diacritics, the longest first. */
  readonly lawNames: ReadonlyMap<string, readonly LawName[]>
  /** What ends an unlisted name, by its first word. */
  readonly lawStops: ReadonlyMap<string, readonly string[]>
  readonly notLawNames: readonly string[]
  readonly notAfter: ReadonlySet<string>
}

/** The lexicon of a rulebook. */
export const lexiconOf = onceForRulebook(buildLexicon)

function buildLexicon(rulebook: Rulebook): Lexicon {
  const stage = (name: string) => rulebook.stage(`citation-${name}`)
  const stageIn = (name: string): RulesIn => {
    const stageName = `citation-${name}`
    return (line, start, end) => rulebook.stageIn(stageName, line, start, end)
  }
  const types = rulebook.tables('document-types').flatMap(t => t.entries)
  const laws = rulebook.tables('law-names')
  return {
    rules: { gap: stage('gap'), tail: stage('tail'), before: stage('before'), pinpoint: stage('pinpoint') },
    rulesIn: {
      symbol: stageIn('symbol'),
      type: stageIn('type'),
      standard: stageIn('standard'),
      congress: stageIn('congress'),
      dated: stageIn('dated'),
      law: stageIn('law'),
      short: stageIn('short'),
      pinpoint: stageIn('pinpoint'),
      cue: stageIn('cue'),
    },
    mayMention: rulebook.anyIn(OPENERS.map(name => `citation-${name}`)),
    typeCodes: new Map(types.flatMap(t => [...t.codes, ...t.partyCodes].map(code => [code.toUpperCase(), t.name] as const))),
    isBody: bodyTest(rulebook),
    lawNames: groupNames(laws.flatMap(l => l.entries)),
    lawStops: byFirstWord(laws.flatMap(l => l.stops)),
    notLawNames: laws.flatMap(l => l.notNames.map(n => n.toLowerCase())),
    notAfter: new Set(laws.flatMap(l => l.notAfter)),
  }
}

function bodyTest(rulebook: Rulebook): (group: string) => boolean {
  const entries = rulebook.tables('issuer-codes').flatMap(t => t.entries)
  const exact = new Set(entries.map(e => e.code.toUpperCase()))
  const numbered = new Set(entries.filter(e => e.numbered).map(e => e.code.toUpperCase()))
  const families = entries.filter(e => e.family).map(e => e.code.toUpperCase())
  return group => {
    const code = group.toUpperCase()
    return exact.has(code) || numbered.has(code.replace(/\d+$/, '')) || families.some(f => code.startsWith(f))
  }
}

function groupNames(entries: readonly { type: string; names: readonly string[] }[]): Map<string, LawName[]> {
  const grouped = new Map<string, LawName[]>()
  for (const { type, names } of entries) {
    // Commas inside names are often left out: "Luật Phòng chống ma túy".
    for (const name of new Set(names.flatMap(n => [n, n.replaceAll(', ', ' ')]))) {
      const lower = name.toLowerCase()
      const folded = foldLetters(lower)
      const first = folded.split(/[ ,]/)[0] as string
      grouped.set(first, [...(grouped.get(first) ?? []), { type, lower, folded }])
    }
  }
  for (const names of grouped.values()) names.sort((a, b) => b.lower.length - a.lower.length)
  return grouped
}

const byFirstWord = (phrases: readonly string[]): Map<string, string[]> => groupBy(phrases, phrase => phrase.split(' ')[0] as string)

/** Small letters without diacritics, letter for letter, so that places stay the same. */
export function foldLetters(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const letter = (text[i] as string).toLowerCase()
    folded += letter === 'đ' ? 'd' : (letter.normalize('NFD')[0] as string)
  }
  return folded
}
