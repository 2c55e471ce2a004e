import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStoreForReading } from '../../src/store/open-store.js'
import { program } from '../cli/program.js'
import { contentsOf } from '../store/dump.js'
import { runBatch, writeDecrees } from './a-batch.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-killed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const COUNT = 14
const linesOf = (text: string): string[] => [...text.matchAll(/^stored +(\S+?):/gm)].map(match => basename(match[1] as string))

/** Ingests in a process of its own and kills it without warning once it has reported so many documents and a moment has gone by; gives those it reported. */
function killAfter(stored: number, moment: number, args: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [program, 'ingest', ...args])
  let err = ''
  let asked = false
  child.stderr.on('data', chunk => {
    err += chunk
    if (asked || linesOf(err).length < stored) return
    asked = true
    setTimeout(() => child.kill('SIGKILL'), moment)
  })
  return new Promise(resolve => child.on('close', () => resolve(linesOf(err))))
}

/** Rows of one document by table, so that a half document would show. */
const rowsOf = (contents: Readonly<Record<string, readonly string[]>>, id: string): unknown =>
  Object.fromEntries(
    ['document', 'section', 'target', 'citation', 'task', 'agency', 'passage'].map(table => [table, contents[table]?.filter(r => r.includes(id))]),
  )

describe('a batch that is killed', { timeout: 400_000 }, () => {
  it('keeps whole what it reported, holds nothing by half, and is continued by the next run', async () => {
    const many = writeDecrees(join(folder, 'many'), COUNT)
    const whole = join(folder, 'whole.sqlite')
    await runBatch(whole, [many])
    const expected = await contentsOf(whole)

    const db = join(folder, 'killed.sqlite')
    const moments = [
      { stored: 1, moment: 0, jobs: '2' },
      { stored: 1, moment: 15, jobs: '1' },
    ]
    const reported = new Set<string>()
    for (const { stored, moment, jobs } of moments) {
      for (const file of await killAfter(stored, moment, [many, '--jobs', jobs, '--db', db])) reported.add(file)
      const store = await openStoreForReading(db)
      const documents = await store.db.selectFrom('document').select(['id', 'file']).execute()
      await store.close()
      expect(documents.map(d => basename(d.file as string))).toEqual(expect.arrayContaining([...reported]))
      const contents = await contentsOf(db)
      for (const { id } of documents) expect(rowsOf(contents, id)).toEqual(rowsOf(expected, id))
    }
    // The last process must have been killed at work, or this test shows nothing.
    expect(reported.size).toBeLessThan(COUNT)

    const { report } = await runBatch(db, [many], { jobs: 2 })
    expect(report.unchanged).toBeGreaterThanOrEqual(reported.size)
    expect(report.unchanged + report.stored).toBe(COUNT)
    expect(await contentsOf(db)).toEqual(expected)
    const store = await openStoreForReading(db)
    const runs = await store.db.selectFrom('run').select('ended_at').orderBy('id').execute()
    await store.close()
    expect(runs.map(run => run.ended_at !== null)).toEqual([false, false, true])
  })
})
