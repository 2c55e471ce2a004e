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

/** Puts provinces, indicators and registry of the rulebook into their tables, in place of what stood there; writes nothing when they are the same. */
export async function writeCatalogue(db: Kysely<ReadDatabase>, { provinces, indicators, registry }: Catalogue): Promise<void> {
  await transact(db, async tx => {
    await dialectOf(tx).lock(tx, ['catalogue'])
    const rows = provinces.map(p => ({
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
    const documents = registry.flatMap((entry, i) => toRegistryRow(entry, i) ?? [])
    const stored = [
      await tx.selectFrom('province').selectAll().orderBy('id').execute(),
      await tx.selectFrom('indicator').selectAll().orderBy('id').execute(),
      await tx.selectFrom('registry_document').selectAll().orderBy('id').execute(),
    ]
    const byId = <T extends { readonly id: string }>(entries: readonly T[]): T[] => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const entries = indicators.map(({ id, field, name, unit, better }) => ({ id, field, name, unit, better }))
    if (JSON.stringify(stored) === JSON.stringify([byId(rows), byId(entries), byId(documents)])) return
    await tx.deleteFrom('province').execute()
    await tx.deleteFrom('indicator').execute()
    await tx.deleteFrom('registry_document').execute()
    await insertRows(tx, 'province', rows)
    await insertRows(tx, 'indicator', entries)
    await insertRows(tx, 'registry_document', documents)
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
