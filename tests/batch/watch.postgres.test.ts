import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStoreForReading } from '../../src/store/open-store.js'
import { program } from '../cli/program.js'
import { emptyPostgres, onPostgres, postgresServer } from '../store/databases.js'
import { decreeOf } from './a-batch.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-watch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(postgresServer === undefined)(`a folder that is watched, on ${onPostgres}`, { timeout: 120_000 }, () => {
  it('is kept in step: what arrives, changes and goes', async () => {
    const postgres = await emptyPostgres()
    const file = join(folder, '1.txt')
    writeFileSync(file, decreeOf(1))
    const child = spawn(process.execPath, [program, 'watch', folder, '--db', postgres.url, '--settle', '100', '--jobs', '1'])
    let printed = ''
    child.stderr.on('data', chunk => {
      printed += chunk
    })
    const closed = new Promise<number | null>(resolve => child.on('close', resolve))
    const seen = async (line: RegExp): Promise<void> => {
      while (!line.test(printed)) {
        if (child.exitCode !== null) throw new Error(`ended without ${line}: ${printed}`)
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    }
    try {
      await seen(/stored .*1\.txt/)
      writeFileSync(join(folder, '2.txt'), decreeOf(2))
      await seen(/stored .*2\.txt/)
      writeFileSync(join(folder, '2.txt'), decreeOf(3))
      await seen(/replaced .*2\.txt/)
      rmSync(file)
      await seen(/removed .*1\.txt/)
      child.kill('SIGTERM')
      expect(await closed).toBe(0)
      const store = await openStoreForReading(postgres.url)
      const numbers = (await store.db.selectFrom('document').select('number').execute()).map(d => d.number)
      const outcomes = (await store.db.selectFrom('run_file').select('outcome').orderBy('id').execute()).map(entry => entry.outcome)
      await store.close()
      expect(numbers).toEqual(['3/QĐ-UBND'])
      expect(outcomes).toEqual(['stored', 'stored', 'replaced', 'removed'])
    } finally {
      child.kill('SIGKILL')
      await closed
      await postgres.drop()
    }
  })
})
