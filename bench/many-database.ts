import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { prepareCatalogue } from '../src/batch/ingest.js'
import { openRulebook } from '../src/rulebook/open-rulebook.js'
import { openStoreForWriting, type Store } from '../src/store/open-store.js'
import { isPostgresUrl } from '../src/store/printable-url.js'
import type { ProvincePeriod } from '../src/store/province-time.js'
import { fillUp } from './copy-documents.js'
import type { Row } from './family.js'
import { writeMany } from './many-documents.js'

/** Documents of the bench's database. */
export const documents = Number(process.env.CHITIEU_BENCH_DOCUMENTS ?? 1000)
/** So many are written by the real writer; more are copies of their rows. */
const mostWritten = 1000

const isFilled = async ({ db }: Store): Promise<boolean> => (await db.selectFrom('document').select('id').limit(1).execute()).length > 0

const provincesOf = async ({ db }: Store): Promise<ProvincePeriod[]> => (await prepareCatalogue(db, await openRulebook(undefined))).filter(p => p.from === null)

/** Writes documents into an empty store; says how fast. */
async function fill(store: Store, provinces: readonly ProvincePeriod[], count: number): Promise<Row[]> {
  const before = process.cpuUsage()
  await writeMany(store, provinces, count)
  const { user, system } = process.cpuUsage(before)
  return [{ what: 'writing, with extraction of the bases', figure: `${(count / ((user + system) / 1e6)).toFixed(0)} a second`, note: `${count} documents` }]
}

/** Fills an empty PostgreSQL database; what its own housekeeping does a minute later is done at once. */
async function makeOnServer(url: string): Promise<Row[]> {
  const store = await openStoreForWriting(url)
  try {
    if (await isFilled(store)) return []
    const rates = await fill(store, await provincesOf(store), documents)
    await sql`analyze`.execute(store.db)
    return rates
  } finally {
    await store.close()
  }
}

/** Makes the bench's database where there is none; `file` may be the address of an empty PostgreSQL database. */
export async function makeDatabase(file: string): Promise<Row[]> {
  if (isPostgresUrl(file)) return makeOnServer(file)
  if (existsSync(file)) return []
  const written = Math.min(documents, mostWritten)
  const store = await openStoreForWriting(file)
  const provinces = await provincesOf(store)
  const rates = await fill(store, provinces, written).finally(() => store.close())
  if (documents > written) fillUp(file, provinces, written, documents)
  return rates
}
