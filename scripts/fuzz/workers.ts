import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { emptyPostgres, postgresServer } from '../../tests/store/databases.js'
import { contentsOf, differingTable } from '../../tests/store/dump.js'
import { type Ended, runFor } from './run-for.js'
import { writeShortDecrees } from './short-decrees.js'
import { hidden, type Subject } from './subject.js'

const COUNT = 30
/** Killed workers use up tries; so many rounds of two never use them all. */
const RETRIES = 20
/** From here on a worker has begun, and some milliseconds later it has done all. */
const EARLIEST = 500
const LATEST = 5000

/** The full text index is a table of its own in SQLite only. */
const rowsOf = (database: string) => contentsOf(database, ['passage_fts'])

const sound = ({ status, err }: Ended, what: string): void => {
  if (status !== 0) throw new Error(`${what} ends with ${status}: ${err.slice(-400)}`)
}

/** Two workers on one queue, both killed at any moments, several times: those that follow them leave the rows of one machine that nobody disturbed. */
export const workers: Subject = {
  about: 'workers on PostgreSQL that are killed at any moments leave, in the end, the rows of one machine',
  ...(postgresServer === undefined && { leftOut: 'CHITIEU_TEST_POSTGRES names no server: .ci/with-postgres npm run fuzz -- workers' }),
  async open(material) {
    const home = mkdtempSync(join(tmpdir(), 'chitieu-fuzz-'))
    const folder = join(home, 'decrees')
    mkdirSync(folder)
    writeShortDecrees(material, folder, COUNT)
    const alone = join(home, 'alone.sqlite')
    sound(await runFor(null, ['ingest', folder, '--db', alone, '--quiet', '--jobs', '1']), 'the batch itself')
    const whole = await rowsOf(alone)
    const moment = fc.integer({ min: EARLIEST, max: LATEST })
    return {
      property: hidden(
        fc.asyncProperty(fc.array(fc.tuple(moment, moment), { minLength: 1, maxLength: 3 }), async rounds => {
          const { url, drop } = await emptyPostgres()
          try {
            const timing = ['--expire', '4', '--retry-delay', '1', '--retries', String(RETRIES)]
            sound(await runFor(null, ['enqueue', folder, '--db', url, ...timing]), 'enqueue')
            for (const moments of rounds) await Promise.all(moments.map(at => runFor(at, ['worker', '--until-empty', '--db', url])))
            const ends = await Promise.all([0, 1].map(() => runFor(null, ['worker', '--until-empty', '--db', url])))
            for (const end of ends) sound(end, 'a worker that nobody killed')
            const rows = await rowsOf(url)
            const table = differingTable(whole, rows)
            if (table !== undefined) throw new Error(`${table} is another one: ${rows[table]?.length} rows for ${whole[table]?.length}`)
            sound(await runFor(null, ['verify', '--db', url]), 'verify')
          } finally {
            await drop()
          }
        }),
      ),
      done: async () => rmSync(home, { recursive: true, force: true }),
    }
  },
}
