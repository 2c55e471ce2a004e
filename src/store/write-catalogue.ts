import type { Kysely } from 'kysely'
import { dialectOf } from './dialect.js'
import { insertRows } from './insert-rows.js'
import type { ProvincePeriod } from './province-time.js'
import { type KnownDocument, toRegistryRow } from './registry-rows.js'
import type { ReadDatabase } from './schema.js'
import { transact } from './transact.js'

/** An entry of the indicator catalogue as the database keeps it. */
export interface IndicatorEntry {
  readonly id: string
  readonly field: string | null
  readonly name: string
  readonly unit: string | null
  readonly better: string | null
}

/** What the rules know beforehand and the database keeps beside the documents. */
export interface Catalogue {
  readonly provinces: readonly ProvincePeriod[]
  readonly indicators: readonly IndicatorEntry[]
  readonly registry: readonly KnownDocument[]
}

const tables = ['province', 'indicator', 'registry_document'] as const

type Row = { readonly id: string } & Readonly<Record<string, unknown>>
type CatalogueRows = Readonly<Record<(typeof tables)[number], readonly Row[]>>

const byId = <T extends { readonly id: string }>(entries: readonly T[]): T[] => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))

function toCatalogueRows({ provinces, indicators, registry }: Catalogue): CatalogueRows {
  const province = provinces.map(p => ({
    id: `${p.code}@${p.from ?? 'before'}`,
    code: p.code,
    name: p.name,
    unit: p.unit,
    aliases: JSON.stringify(p.aliases),
    valid_from: p.from,
    valid_to: p.until,
    successor: p.successor,
    predecessors: JSON.stringify(p.predecessors),
  }))
  return {
    province: byId(province),
    indicator: byId(indicators.map(({ id, field, name, unit, better }) => ({ id, field, name, unit, better }))),
    registry_document: byId(
      registry.flatMap((entry, i): Row[] => {
        const row = toRegistryRow(entry, i)
        return row ? [{ ...row }] : []
      }),
    ),
  }
}

async function readCatalogueRows(db: Kysely<ReadDatabase>): Promise<CatalogueRows> {
  return {
    province: await db.selectFrom('province').selectAll().orderBy('id').execute(),
    indicator: await db.selectFrom('indicator').selectAll().orderBy('id').execute(),
    registry_document: await db.selectFrom('registry_document').selectAll().orderBy('id').execute(),
  } as CatalogueRows
}

/** Puts provinces, indicators and registry of the rulebook into their tables, in place of what stood there; writes nothing when they are the same. */
export async function writeCatalogue(db: Kysely<ReadDatabase>, catalogue: Catalogue): Promise<void> {
  await transact(db, async tx => {
    await dialectOf(tx).lock(tx, ['catalogue'])
    const wanted = toCatalogueRows(catalogue)
    if (JSON.stringify(await readCatalogueRows(tx)) === JSON.stringify(wanted)) return
    for (const table of tables) await tx.deleteFrom(table).execute()
    for (const table of tables) await insertRows(tx, table, wanted[table])
  })
}

/** Rows of the catalogue that are not what the rulebook gives. */
export async function catalogueDifferences(db: Kysely<ReadDatabase>, catalogue: Catalogue): Promise<{ table: string; row: string; message: string }[]> {
  const wanted = toCatalogueRows(catalogue)
  const stored = await readCatalogueRows(db)
  return tables.flatMap(table => {
    const ofStored = new Map(stored[table].map(row => [row.id, JSON.stringify(row)]))
    const ofWanted = new Map(wanted[table].map(row => [row.id, JSON.stringify(row)]))
    const ids = [...new Set([...ofWanted.keys(), ...ofStored.keys()])]
    return ids
      .filter(id => ofStored.get(id) !== ofWanted.get(id))
      .map(row => ({ table, row, message: `It is ${ofStored.get(row) ?? 'not there'}, the rules give ${ofWanted.get(row) ?? 'no such entry'}.` }))
  })
}

/** The provinces as they were last written. */
export async function readProvinces(db: Kysely<ReadDatabase>): Promise<ProvincePeriod[]> {
  const rows = await db.selectFrom('province').selectAll().orderBy('id').execute()
  return rows.map(r => ({
    code: r.code,
    name: r.name,
    unit: r.unit,
    aliases: JSON.parse(r.aliases) as string[],
    from: r.valid_from,
    until: r.valid_to,
    successor: r.successor,
    predecessors: JSON.parse(r.predecessors) as string[],
  }))
}
