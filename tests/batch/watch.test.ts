import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStoreForReading } from '../../src/store/open-store.js'
import { program } from '../cli/program.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-watch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const decree = (number: number, share: number): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n-------\nSố: ${number}/KH-UBND\nHà Tĩnh, ngày 15 tháng 01 năm 2024\n\nKẾ HOẠCH\nCải cách hành chính năm 2024\n\nI. MỤC TIÊU\n\n- Phấn đấu ${share}% hồ sơ thủ tục hành chính được giải quyết đúng hạn.\n`

interface Watching {
  readonly child: ChildProcess
  /** Resolves when the watcher has printed a line that fits. */
  seen(line: RegExp): Promise<void>
  readonly closed: Promise<number | null>
}

function watch(dir: string, db: string): Watching {
  const child = spawn(process.execPath, [program, 'watch', dir, '--db', db, '--settle', '100', '--jobs', '1'])
  let printed = ''
  const wake = new Set<() => void>()
  child.stderr?.on('data', chunk => {
    printed += String(chunk)
    for (const check of wake) check()
  })
  const closed = new Promise<number | null>(resolve => child.on('close', resolve))
  return {
    child,
    closed,
    seen: line =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (!line.test(printed)) return
          wake.delete(check)
          resolve()
        }
        wake.add(check)
        void closed.then(() => reject(new Error(`ended without ${line}: ${printed}`)))
        check()
      }),
  }
}

async function valuesIn(db: string): Promise<(readonly [string | null, number])[]> {
  const store = await openStoreForReading(db)
  const rows = await store.db.selectFrom('v_targets').select(['document', 'value']).orderBy('document').execute()
  await store.close()
  return rows.map(row => [row.document, row.value])
}

describe('a watched folder', { timeout: 120_000 }, () => {
  it('is kept in step with: what is there, arrives, changes and is removed; what is half written is left alone', async () => {
    const dir = join(folder, 'plans')
    const db = join(folder, 'watched.sqlite')
    mkdirSync(dir)
    writeFileSync(join(dir, 'first.txt'), decree(1, 70))
    const watching = watch(dir, db)
    await watching.seen(/stored .*first\.txt/)

    writeFileSync(join(dir, 'second.txt'), decree(2, 80))
    await watching.seen(/stored .*second\.txt/)
    writeFileSync(join(dir, 'third.txt.part'), decree(3, 90))
    writeFileSync(join(dir, '~$fourth.docx'), 'locked')
    writeFileSync(join(dir, 'broken.txt'), '')
    await watching.seen(/failed .*broken\.txt: E_READ_EMPTY/)
    writeFileSync(join(dir, 'second.txt'), decree(2, 85))
    await watching.seen(/replaced .*second\.txt/)
    rmSync(join(dir, 'first.txt'))
    await watching.seen(/removed .*first\.txt/)
    renameSync(join(dir, 'third.txt.part'), join(dir, 'third.txt'))
    await watching.seen(/stored .*third\.txt/)

    watching.child.kill('SIGTERM')
    expect(await watching.closed).toBe(0)
    expect(await valuesIn(db)).toEqual([
      ['2/KH-UBND', 85],
      ['3/KH-UBND', 90],
    ])
    const store = await openStoreForReading(db)
    const history = await store.db.selectFrom('document_history').select(['number', 'replaced_by']).orderBy('id').execute()
    const outcomes = await store.db.selectFrom('run_file').select('outcome').orderBy('id').execute()
    await store.close()
    expect(history.map(row => [row.number, row.replaced_by === null])).toEqual([
      ['2/KH-UBND', false],
      ['1/KH-UBND', true],
    ])
    expect(outcomes.map(row => row.outcome)).toEqual(['stored', 'stored', 'failed', 'replaced', 'removed', 'stored'])
  })

  it('goes on where it was: what came, changed or went while nobody watched is found at the start', async () => {
    const dir = join(folder, 'again')
    const db = join(folder, 'again.sqlite')
    mkdirSync(dir)
    for (const i of [1, 2, 3]) writeFileSync(join(dir, `${i}.txt`), decree(i, 50 + i))
    const first = watch(dir, db)
    await first.seen(/stored .*3\.txt/)
    first.child.kill('SIGINT')
    expect(await first.closed).toBe(0)
    rmSync(join(dir, '1.txt'))
    appendFileSync(join(dir, '2.txt'), '\n- Phấn đấu 40% hồ sơ được nộp trực tuyến.\n')
    const second = watch(dir, db)
    await second.seen(/unchanged .*3\.txt/)
    second.child.kill('SIGTERM')
    await second.closed
    expect((await valuesIn(db)).map(([document]) => document)).toEqual(['2/KH-UBND', '2/KH-UBND', '3/KH-UBND'])
  })
})
