import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStoreForReading } from '../../src/store/open-store.js'
import { program } from '../cli/program.js'
import { contentsOf } from '../store/dump.js'
import { runBatch, writeDecrees } from './a-batch.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-interrupted-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** More than one transaction stores. */
const COUNT = 14

interface Ended {
  readonly status: number | null
  readonly stored: number
  readonly err: string
}

/** Ingests with two threads in a process of its own and interrupts it, as Ctrl-C does, once it has told of so many documents. */
function interruptAfter(stored: number, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, 'ingest', ...args, '--jobs', '2'])
  const told = (text: string): number => text.match(/^stored +/gm)?.length ?? 0
  let err = ''
  let asked = false
  child.stderr.on('data', chunk => {
    err += chunk
    if (asked || told(err) < stored) return
    asked = true
    child.kill('SIGINT')
  })
  return new Promise(resolve => child.on('close', status => resolve({ status, stored: told(err), err })))
}

async function ledgerOf(db: string) {
  const store = await openStoreForReading(db)
  try {
    const runs = await store.db.selectFrom('run').select('ended_at').orderBy('id').execute()
    const entries = await store.db.selectFrom('run_file').select(['outcome', 'document_id']).orderBy('id').execute()
    const documents = await store.db.selectFrom('document').select('id').execute()
    return { ended: runs.map(run => run.ended_at !== null), entries, documents: documents.map(d => d.id) }
  } finally {
    await store.close()
  }
}

describe('a batch of several threads that is interrupted', { timeout: 400_000 }, () => {
  it('ends by itself, has told and noted what it stored, and is continued by the next run', async () => {
    const many = writeDecrees(join(folder, 'many'), COUNT)
    const db = join(folder, 'interrupted.sqlite')
    const { status, stored, err } = await interruptAfter(2, [many, '--db', db])
    expect([status, err]).toEqual([130, expect.stringMatching(/interrupted with \d+ left: the same command goes on there/)])
    expect(stored).toBeLessThan(COUNT)

    const ledger = await ledgerOf(db)
    expect(ledger.ended).toEqual([true])
    expect(ledger.entries.map(entry => entry.outcome)).toEqual(Array(stored).fill('stored'))
    expect(ledger.entries.map(entry => entry.document_id).sort()).toEqual(ledger.documents.sort())

    const { report } = await runBatch(db, [many], { jobs: 2 })
    expect(report).toMatchObject({ unchanged: stored, stored: COUNT - stored, failed: 0, left: 0 })
    const whole = join(folder, 'whole.sqlite')
    await runBatch(whole, [many])
    expect(await contentsOf(db)).toEqual(await contentsOf(whole))
  })
})
