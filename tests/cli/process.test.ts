import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { program } from './program.js'
import { temporaryFolder } from './run.js'

const folder = temporaryFolder()
const node = process.execPath

describe('the program as a process', { timeout: 120_000 }, () => {
  it('ends quietly when its reader goes away', () => {
    const ran = spawnSync('sh', ['-c', `"${node}" "${program}" extract seeds/003_a954f8546d252d68.txt | head -c 100`], { encoding: 'utf8' })
    expect(ran.stdout).toHaveLength(100)
    expect(ran.stderr).toBe('')
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
})
