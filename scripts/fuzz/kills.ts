import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { verifySources } from '../../src/batch/verify-sources.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { openStoreForReading } from '../../src/store/open-store.js'
import { contentsOf, differingTable } from '../../tests/store/dump.js'
import { runFor } from './run-for.js'
import { writeShortDecrees } from './short-decrees.js'
import { hidden, type Subject } from './subject.js'

/** Short decrees of a batch. */
const COUNT = 80

/** What a process came to: the files it said it stored, and its status, null when it was killed. */
interface Stored {
  readonly stored: readonly string[]
  readonly status: number | null
}

/** Runs `ingest` as a process, which is killed without warning after so many milliseconds; null lets it end. */
async function ingestFor(moment: number | null, args: readonly string[]): Promise<Stored> {
  const { status, err } = await runFor(moment, ['ingest', ...args])
  return { status, stored: [...err.matchAll(/^stored +(\S+?):/gm)].map(match => basename(match[1] as string)) }
}

/** Files whose documents are in a database. */
async function storedIn(file: string): Promise<ReadonlySet<string>> {
  if (!existsSync(file) || readFileSync(file).length === 0) return new Set()
  const store = await openStoreForReading(file)
  try {
    const rows = await store.db.selectFrom('document').select('file').execute()
    return new Set(rows.map(row => basename(row.file as string)))
  } finally {
    await store.close()
  }
}

/** A batch that is killed at any moments and begun again: nothing it reported is missing, and in the end the database is that of a run that nobody disturbed. */
export const kills: Subject = {
  about: 'a batch that is killed at any moments and begun again gives the database of an undisturbed one',
  async open(material) {
    const home = mkdtempSync(join(tmpdir(), 'chitieu-fuzz-'))
    const folder = join(home, 'decrees')
    mkdirSync(folder)
    writeShortDecrees(material, folder, COUNT)
    const began = Date.now()
    const undisturbed = await ingestFor(null, [folder, '--db', join(home, 'whole.sqlite'), '--jobs', '1'])
    const wholeTime = Date.now() - began
    if (undisturbed.status !== 0) throw new Error(`the batch itself ends with ${undisturbed.status}`)
    const whole = await contentsOf(join(home, 'whole.sqlite'))
    let run = 0
    const input = fc.record({ moments: fc.array(fc.nat(wholeTime), { minLength: 2, maxLength: 4 }), jobs: fc.constantFrom('1', '2') })
    return {
      property: hidden(
        fc.asyncProperty(input, async ({ moments, jobs }) => {
          const db = join(home, `${run++}.sqlite`)
          const args = [folder, '--db', db, '--jobs', jobs]
          const reported = new Set<string>()
          for (const moment of moments) {
            for (const file of (await ingestFor(moment, args)).stored) reported.add(file)
            const stored = await storedIn(db)
            const missing = [...reported].find(file => !stored.has(file))
            if (missing !== undefined) throw new Error(`${missing} was said to be stored and is not`)
          }
          const last = await ingestFor(null, args)
          if (last.status !== 0) throw new Error(`the last run ends with ${last.status}`)
          const contents = await contentsOf(db)
          const table = differingTable(whole, contents)
          if (table !== undefined) throw new Error(`${table} is another one`)
          const store = await openStoreForReading(db)
          const { faults } = await verifySources(store.db, { rulebook: loadRulebook(), limits: defaultLimits })
          await store.close()
          if (faults[0]) throw new Error(`verify: ${faults[0].record}: ${faults[0].message}`)
          rmSync(db)
        }),
      ),
      // When the time is up a batch may still be at work in it.
      done: async () => rmSync(home, { recursive: true, force: true, maxRetries: 10 }),
    }
  },
}
