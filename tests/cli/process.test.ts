import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { program } from './program.js'
import { temporaryFolder } from './run.js'

const folder = temporaryFolder()
const node = process.execPath
/** The device that takes nothing: Linux has it. */
const hasFullDevice = existsSync('/dev/full')

describe('the program as a process', { timeout: 120_000 }, () => {
  it('ends quietly when its reader goes away', () => {
    const ran = spawnSync('sh', ['-c', `"${node}" "${program}" extract seeds/003_a954f8546d252d68.txt | head -c 100`], { encoding: 'utf8' })
    expect(ran.stdout).toHaveLength(100)
    expect(ran.stderr).toBe('')
  })

  it.runIf(hasFullDevice).each(['--version', 'extract seeds/003_a954f8546d252d68.txt', 'rules list'])('says so when what %s prints finds no space', words => {
    const ran = spawnSync('sh', ['-c', `"${node}" "${program}" ${words} >/dev/full`], { encoding: 'utf8' })
    expect(ran.stderr).toMatch(/^E_OUTPUT_WRITE: .* no space is left \(ENOSPC\)\.\n {2}\S.*\n$/)
    expect(ran.status).toBe(4)
  })

  it.each(['2>&1 | true', ...(hasFullDevice ? ['2>/dev/full'] : [])])('stores all of a batch whose remarks find no reader, or no space: %s', remarks => {
    const db = join(folder, 'remarks.sqlite')
    const ran = spawnSync('sh', ['-c', `"${node}" "${program}" ingest seeds --force --db "${db}" ${remarks}`], { encoding: 'utf8' })
    expect([ran.status, ran.stdout]).toEqual([0, ''])
    const rows = spawnSync(node, [program, 'runs', 'last', '--format', 'json', '--db', db], { encoding: 'utf8' })
    expect(JSON.parse(rows.stdout)).toHaveLength(5)
  })

  it('tells by its status that some files failed, or all', () => {
    const status = (...paths: string[]) => spawnSync(node, [program, 'ingest', ...paths, '--db', join(folder, 's.sqlite'), '--quiet'], { encoding: 'utf8' })
    const some = status('seeds/003_a954f8546d252d68.txt', 'nowhere.txt')
    expect([some.status, some.stdout]).toEqual([3, ''])
    expect(some.stderr).toMatch(/^failed +nowhere\.txt: E_READ_MISSING: .*\n$/)
    expect(status('nowhere.txt').status).toBe(4)
    const failed = spawnSync(node, [program, 'documents', '--failed', '--format', 'json', '--db', join(folder, 's.sqlite')], { encoding: 'utf8' })
    expect(JSON.parse(failed.stdout)).toMatchObject([{ file: 'nowhere.txt', code: 'E_READ_MISSING' }])
  })

  it('prints a line a file in a pipe', () => {
    const ran = spawnSync(node, [program, 'ingest', 'seeds/003_a954f8546d252d68.txt', '--db', join(folder, 'l.sqlite')], { encoding: 'utf8' })
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toMatch(
      /^stored {5}seeds\/003_a954f8546d252d68\.txt: \d+ values, \d+ citations\n1 stored, 0 unchanged, 0 failed in .* s\. Database: .*\n$/,
    )
  })

  it('stops at SIGINT between two documents, with one plain file left', async () => {
    const many = join(folder, 'many')
    mkdirSync(many)
    for (let i = 0; i < 12; i++) cpSync('seeds', join(many, String(i)), { recursive: true })
    const home = join(folder, 'home')
    const child = spawn(node, [program, 'ingest', many, '--force', '--db', join(home, 'i.sqlite')])
    let err = ''
    let sent = false
    child.stderr.on('data', chunk => {
      err += chunk
      if (!sent && err.includes('stored')) {
        sent = true
        child.kill('SIGINT')
      }
    })
    const status = await new Promise(resolve => child.on('exit', resolve))
    expect(err).toMatch(/interrupted with \d+ left: the same command goes on there/)
    expect(status).toBe(130)
    expect(readdirSync(home)).toEqual(['i.sqlite'])
  })

  // A thread that was ended while it opened its modules took the process with it, in one of sixteen stops.
  it('stops a server well while its threads still start', async () => {
    const db = join(folder, 'served.sqlite')
    spawnSync(node, [program, 'ingest', 'seeds/003_a954f8546d252d68.txt', '--db', db, '--quiet'])
    const stopAfter = async (ms: number): Promise<unknown> => {
      const child = spawn(node, [program, 'serve', '--db', db, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
      const ended = new Promise(resolve => child.on('exit', (status, signal) => resolve(signal ?? status)))
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGINT'), ms))
      return await ended
    }
    const moments = Array.from({ length: 12 }, (_, i) => i * 40)
    const ends: unknown[] = []
    while (moments.length > 0) ends.push(...(await Promise.all(moments.splice(0, 3).map(stopAfter))))
    expect(ends).toEqual(ends.map(() => 0))
  })
})
