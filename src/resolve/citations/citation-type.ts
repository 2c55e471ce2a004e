import type { CitationFind } from '../../model/citation-find.js'
import { entryOf } from '../../model/entry-of.js'
import type { SymbolTables } from './symbol-tables.js'

const ABBREVIATIONS: Readonly<Record<string, string>> = { VB: 'Văn bản', CV: 'Công văn' }

/**
 * The type of the cited document: as stated with it; for an item of a list the type its symbol tells, else the list's; without any type word the one
 * the symbol tells. `symbol`: the repaired one where there is a repair.
 */
export function citationType(find: CitationFind, symbol: string | null, tables: SymbolTables): string | null {
  if (find.form === 'standard') return 'Tiêu chuẩn'
  const stated = find.type && typeName(find.type.raw, tables)
  if (stated !== null && find.type?.source === 'inline') return stated
  return (symbol === null ? null : typeOfSymbol(symbol, tables)) ?? stated
}

function typeName(raw: string, tables: SymbolTables): string | null {
  const words = raw.replace(/uỷ/giu, 'ủy').toLowerCase()
  return tables.typeNames.get(words) ?? entryOf(ABBREVIATIONS, raw) ?? tables.stateTypes.get(raw.toUpperCase()) ?? null
}

/** The type that a symbol's own abbreviation tells. */
export function typeOfSymbol(symbol: string, tables: SymbolTables): string | null {
  if (/^QCVN/.test(symbol)) return 'Quy chuẩn'
  const party = /^\d+[a-eA-E]?-([^/-]+)\//u.exec(symbol)
  if (party) return tables.partyTypes.get((party[1] as string).toUpperCase()) ?? null
  const state = /^\d+[a-eđA-E]?(?:\/(?:19|20)\d{2})?\/([^-/]+)(-.+)?$/u.exec(symbol)
  if (!state) return null
  const first = (state[1] as string).toUpperCase()
  if (/^QH\d+$/.test(first)) return null
  return state[2] === undefined && !/\/(?:19|20)\d{2}\//.test(symbol) ? null : (tables.stateTypes.get(first) ?? null)
}
