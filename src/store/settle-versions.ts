import { type Kysely, sql, type Transaction } from 'kysely'
import { dialectOf } from './dialect.js'
import type { ReadDatabase } from './schema.js'

/** What decides which version of a decree counts. */
interface Version {
  readonly id: string
  readonly current: 0 | 1
  readonly format: string
  readonly date: string | null
  readonly records: number
  readonly characters: number
}

const count = (table: 'target' | 'citation' | 'task') => sql<number>`(select count(*) from ${sql.table(table)} r where r.document_id = document.id)`

const versionsOf = (tx: Kysely<ReadDatabase>, identity: string): Promise<Version[]> =>
  tx
    .selectFrom('document')
    .select(['id', 'current', 'format', 'date'])
    .select([sql<number>`${count('target')} + ${count('citation')} + ${count('task')}`.as('records'), sql<number>`length(text)`.as('characters')])
    .where('identity', '=', identity)
    .orderBy('id')
    .execute()

/**
 * The order of versions, the one that counts first: what was typed before what was recognised, the later printed date, more records, the longer text,
 * the smaller id. It rests on the versions alone, so that it is the same whichever was stored first.
 */
function byRank(a: Version, b: Version): number {
  const isRecognised = (v: Version): number => (v.format === 'ocr' ? 1 : 0)
  const later = (a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0
  return isRecognised(a) - isRecognised(b) || later || b.records - a.records || b.characters - a.characters || (a.id < b.id ? -1 : 1)
}

/** Makes one version of each of these decrees the current one, and no other. Part of the transaction that adds or removes a version. */
export async function settleVersions(tx: Transaction<ReadDatabase>, identities: readonly (string | null)[]): Promise<void> {
  const known = [...new Set(identities.filter(identity => identity !== null))].sort()
  // Two writers that each add a version would both take their own for the only one.
  await dialectOf(tx).lock(
    tx,
    known.map(identity => `version ${identity}`),
  )
  for (const identity of known) {
    const alone = await tx.selectFrom('document').select('current').where('identity', '=', identity).limit(2).execute()
    if (alone.length === 0 || (alone.length === 1 && alone[0]?.current === 1)) continue
    const [first, ...others] = (await versionsOf(tx, identity)).toSorted(byRank) as [Version, ...Version[]]
    const changed = [
      ...(first.current === 1 ? [] : [{ id: first.id, current: 1 as const }]),
      ...others.flatMap(v => (v.current === 0 ? [] : [{ id: v.id, current: 0 as const }])),
    ]
    for (const { id, current } of changed) await tx.updateTable('document').set({ current }).where('id', '=', id).execute()
  }
}

/** A version that is noted as the current one and is not, or the other way round; `current` is what it should be. */
export interface WrongVersion {
  readonly id: string
  readonly current: 0 | 1
}

/** The versions whose rank is not what is noted: of each decree with several, and of those that another is said to have taken the place of. */
export async function findWrongVersions(db: Kysely<ReadDatabase>): Promise<WrongVersion[]> {
  const superseded = await db.selectFrom('document').select(['id', 'identity']).where('current', '=', 0).execute()
  const several = await db
    .selectFrom('document')
    .select('identity')
    .where('identity', 'is not', null)
    .groupBy('identity')
    .having(sql<number>`count(*)`, '>', 1)
    .execute()
  // Without an identity nothing can be another version of it.
  const alone = superseded.flatMap((row): WrongVersion[] => (row.identity === null ? [{ id: row.id, current: 1 }] : []))
  const wrong: WrongVersion[] = []
  for (const identity of [...new Set([...several, ...superseded].flatMap(row => row.identity ?? []))].sort()) {
    const ranked = (await versionsOf(db, identity)).toSorted(byRank)
    wrong.push(...ranked.flatMap(({ id, current }, i): WrongVersion[] => (current === (i === 0 ? 1 : 0) ? [] : [{ id, current: i === 0 ? 1 : 0 }])))
  }
  return [...alone, ...wrong]
}
