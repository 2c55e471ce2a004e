import { lawNameKey } from '../model/law-name.js'
import { nameKey } from '../model/work-key.js'
import type { Rulebook } from '../rulebook/index.js'
import type { RuleFile } from '../rulebook/schema.js'
import { symbolKey } from './read-symbol.js'

export type RegistryRow = RuleFile<'registry'>['entries'][number]

/** Documents known beforehand; only rows that were seen in a source, since a recalled row may suggest and never assert. */
export interface Registry {
  /** Every confirmed row. */
  readonly rows: readonly RegistryRow[]
  /** Rows with a number-symbol: several where the number came again in another year. */
  readonly bySymbol: (canonical: string) => readonly RegistryRow[]
  readonly byDate: (date: string) => readonly RegistryRow[]
  /** Laws, codes and ordinances of a name, type word included. */
  readonly byName: (name: string) => readonly RegistryRow[]
  /** Whether a file claims to list a series of a year without a gap: `NĐ-CP` of 2020. */
  readonly covers: (series: string, year: number) => boolean
}

const index = (rows: readonly RegistryRow[], keyOf: (row: RegistryRow) => string | null): Map<string, RegistryRow[]> => {
  const found = new Map<string, RegistryRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const list = found.get(key)
    if (list) list.push(row)
    else found.set(key, [row])
  }
  return found
}

/** Reads the confirmed rows of all registry files. */
export function readRegistry(rulebook: Rulebook): Registry {
  const files = rulebook.tables('registry')
  const covered = new Set(files.flatMap(file => file.covers.map(({ symbol, year }) => `${symbolKey(symbol)}|${year}`)))
  const rows = files.flatMap(file => file.entries).filter(row => row.confidence === 'confirmed')
  const symbols = index(rows, row => symbolKey(row.canonical))
  const dates = index(rows, row => row.date)
  const names = index(rows, row => lawNameKey(row.type, row.title))
  return {
    rows,
    bySymbol: canonical => symbols.get(symbolKey(canonical)) ?? [],
    byDate: date => dates.get(date) ?? [],
    byName: name => names.get(nameKey(name).key) ?? [],
    covers: (series, year) => covered.has(`${symbolKey(series)}|${year}`),
  }
}
