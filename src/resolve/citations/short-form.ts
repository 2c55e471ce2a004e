import type { CitationFind } from '../../model/citation-find.js'
import { citationType } from './citation-type.js'
import type { Repair } from './repair-symbol.js'
import type { SymbolTables } from './symbol-tables.js'

/** The rule for later mentions of a document by its type and bare number. */
const SHORT = 'citation.short'

/**
 * Gives "Nghị quyết 347" the symbol of the one resolution of that number that the document cites in full: "347/NQ-CP". Where it cites two of that type
 * and number, be it further down, the mention keeps its bare number.
 */
export function shortForms(finds: readonly CitationFind[], symbols: readonly (string | null)[], tables: SymbolTables): (find: CitationFind) => Repair | null {
  if (!finds.some(f => f.ruleId === SHORT)) return () => null
  const whole = new Map<string, Set<string>>()
  finds.forEach((find, i) => {
    const symbol = symbols[i] ?? null
    if (symbol === null || !/[/-]\p{L}/u.test(symbol) || find.parts.number === undefined) return
    const key = `${citationType(find, symbol, tables)} ${find.parts.number}`
    whole.set(key, (whole.get(key) ?? new Set()).add(symbol))
  })
  return find => {
    const known = find.ruleId === SHORT ? whole.get(`${citationType(find, null, tables)} ${find.parts.number}`) : undefined
    const [only] = known ?? []
    return known?.size === 1 && only !== undefined ? { repaired: only, reason: `short form of ${only}, which the document cites in full` } : null
  }
}
