import { existsSync } from 'node:fs'
import { prepareCatalogue } from '../src/batch/ingest.js'
import { openRulebook } from '../src/rulebook/open-rulebook.js'
import { openStoreForWriting } from '../src/store/open-store.js'
import { fillUp } from './copy-documents.js'
import type { Row } from './family.js'
import { writeMany } from './many-documents.js'

/** Documents of the bench's database. */
export const documents = Number(process.env.CHITIEU_BENCH_DOCUMENTS ?? 1000)
/** So many are written by the real writer; more are copies of their rows. */
const mostWritten = 1000

/** Makes the bench's database where there is none. */
export async function makeDatabase(file: string): Promise<Row[]> {
  if (existsSync(file)) return []
  const store = await openStoreForWriting(file)
  const written = Math.min(documents, mostWritten)
  try {
    const provinces = (await prepareCatalogue(store.db, await openRulebook(undefined))).filter(p => p.from === null)
    const before = process.cpuUsage()
    await writeMany(store, provinces, written)
    const { user, system } = process.cpuUsage(before)
    const rate = {
      what: 'writing, with extraction of the bases',
      figure: `${(written / ((user + system) / 1e6)).toFixed(0)} a second`,
      note: `${written} documents`,
    }
    await store.close()
    if (documents > written) fillUp(file, provinces, written, documents)
    return [rate]
  } catch (error) {
    await store.close()
    throw error
  }
}
