import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'

/** What the rulebook knows of symbols: types by abbreviation, bodies, misprints. */
export interface SymbolTables {
  /** State abbreviations in capitals and the type each means. */
  readonly stateTypes: ReadonlyMap<string, string>
  readonly partyTypes: ReadonlyMap<string, string>
  /** Official spelling of an abbreviation by its capitals. */
  readonly typeSpelling: ReadonlyMap<string, string>
  /** Official spelling of a body's abbreviation by its capitals. */
  readonly bodySpelling: ReadonlyMap<string, string>
  /** Type names by the words that name them, in lower case. */
  readonly typeNames: ReadonlyMap<string, string>
  /** Whether a group is a known abbreviation of a body, or begins like those of a kind of bodies. */
  readonly isBody: (code: string) => boolean
  /** Whose numbering a body follows, null when the abbreviation does not tell: a Ban Chỉ đạo may be the State's or the Party's. */
  readonly bodyLevel: (code: string) => 'central' | 'local' | 'party' | null
  readonly repairs: readonly { printed: string; read: string; group: 'type' | 'body'; reason: string }[]
}

/** The tables of a rulebook. */
export const symbolTablesOf = onceForRulebook((rulebook): SymbolTables => {
  const types = rulebook.tables('document-types').flatMap(t => t.entries)
  const bodies = rulebook.tables('issuer-codes').flatMap(t => t.entries)
  const exact = new Map(bodies.filter(b => !b.family).map(b => [b.code.toUpperCase(), b.level] as const))
  const numbered = new Set(bodies.filter(b => b.numbered).map(b => b.code.toUpperCase()))
  const families = bodies.filter(b => b.family).map(b => b.code.toUpperCase())
  const bodyLevel: SymbolTables['bodyLevel'] = code => {
    const bare = code.toUpperCase().replace(/\d+$/, '')
    return exact.get(code.toUpperCase()) ?? (numbered.has(bare) ? (exact.get(bare) ?? null) : null)
  }
  return {
    stateTypes: new Map(types.flatMap(t => t.codes.map(c => [c.toUpperCase(), t.name] as const))),
    partyTypes: new Map(types.flatMap(t => t.partyCodes.map(c => [c.toUpperCase(), t.name] as const))),
    typeSpelling: new Map(types.flatMap(t => [...t.codes, ...t.partyCodes].map(c => [c.toUpperCase(), c] as const))),
    bodySpelling: new Map(bodies.map(b => [b.code.toUpperCase(), b.code] as const)),
    typeNames: new Map(types.flatMap(t => [t.name, ...t.aliases].map(n => [n.toLowerCase(), t.name] as const))),
    isBody: code => bodyLevel(code) !== null || families.some(f => code.toUpperCase().startsWith(f)),
    bodyLevel,
    repairs: rulebook.tables('symbol-repairs').flatMap(t => t.entries),
  }
})
