import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { discover } from '../../src/batch/discover.js'
import { ingest } from '../../src/batch/ingest.js'
import { verifySources } from '../../src/batch/verify-sources.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { openStoreForWriting } from '../../src/store/open-store.js'
import { makeZip } from '../../tests/read/make-zip.js'
import { differingTable, dump } from '../../tests/store/dump.js'
import { damagedText } from './material.js'
import { hidden, inTime, type Subject } from './subject.js'

const limits = defaultLimits

/** Files in any order, in one run or several, are the same database; again they change nothing; every row can be proved; packed they are the same documents. */
export const batches: Subject = {
  about: 'files in any order, and once more, give the same database, which can be proved; packed they are the same documents',
  async open(material) {
    const rulebook = loadRulebook()
    const home = mkdtempSync(join(tmpdir(), 'chitieu-fuzz-'))
    let run = 0
    const contentsOf = async (runs: readonly (readonly string[])[], isProved = false): Promise<Record<string, string[]>> => {
      const store = await openStoreForWriting(':memory:')
      try {
        for (const paths of runs) await ingest(store.db, await discover(paths), { rulebook, limits, force: false })
        const [fault] = isProved ? (await verifySources(store.db, { rulebook, limits })).faults : []
        if (fault) throw new Error(`verify: ${fault.record}: ${fault.message}`)
        return await dump(store.db)
      } finally {
        await store.close()
      }
    }
    const equal = (what: string, a: Record<string, string[]>, b: Record<string, string[]>): void => {
      const table = differingTable(a, b)
      if (table !== undefined) throw new Error(`${what}: ${table} differs\n${(a[table] ?? []).find(row => !b[table]?.includes(row)) ?? 'lacks a row'}`)
    }
    const input = fc.tuple(fc.array(damagedText(material), { minLength: 1, maxLength: 4 }), fc.nat())
    return {
      property: hidden(
        fc.asyncProperty(input, async ([texts, turn]) => {
          const folder = join(home, String(run++))
          mkdirSync(folder)
          const paths = texts.map((text, i) => {
            const path = join(folder, `${i}.txt`)
            writeFileSync(path, text)
            return path
          })
          const turned = [...paths.slice(turn % paths.length), ...paths.slice(0, turn % paths.length)].reverse()
          await inTime(async () => {
            const whole = await contentsOf([paths], true)
            equal('in another order, one by one', whole, await contentsOf(turned.map(path => [path])))
            equal('once more', whole, await contentsOf([paths, turned, [folder]]))
            const zip = join(folder, 'all.zip')
            writeFileSync(
              zip,
              makeZip(paths.map(path => ({ name: path.split('/').at(-1) as string, content: Buffer.from(texts[paths.indexOf(path)] as string) }))),
            )
            const packed = await contentsOf([[zip]])
            const own = ({ source_file: _, document, ...rest }: Record<string, string[]>) => ({
              ...rest,
              document: (document ?? []).map(row => row.replace(/"file":"[^"]*"/, '')).sort(),
            })
            equal('in a zip', own(whole), own(packed))
          })
          rmSync(folder, { recursive: true })
        }),
      ),
      done: async () => rmSync(home, { recursive: true, force: true }),
    }
  },
}
