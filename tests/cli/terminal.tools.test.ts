import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeDecrees } from '../batch/a-batch.js'
import { program } from './program.js'
import { temporaryFolder } from './run.js'

const folder = temporaryFolder()

/** What a command shows on a terminal: `script` (bsdutils) gives it one. */
function onTerminal(...argv: readonly string[]): string {
  const { CI: _, NO_COLOR: __, ...env } = process.env
  const command = [process.execPath, program, ...argv].map(word => `'${word}'`).join(' ')
  return spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8', env: { ...env, TERM: 'xterm' } }).stdout
}

describe('an ingest on a terminal', { timeout: 120_000 }, () => {
  it('shows one line of progress with its rate, what is left and what failed, and names each failure', () => {
    const many = writeDecrees(join(folder, 'many'), 3)
    writeFileSync(join(many, '04.txt'), '')
    const shown = onTerminal('ingest', many, '--db', join(folder, 'terminal.sqlite'))
    expect(shown).toMatch(/4\/4 files {2}[\d.]+\/s {2}ETA \S+ {2}1 failed/)
    expect(shown).toMatch(/failed +\S*04\.txt: E_READ_EMPTY/)
    expect(shown).toMatch(/3 stored, 0 unchanged, 1 failed in /)
    // A line a file is for pipes.
    expect(shown).not.toMatch(/^stored /m)
    // The bar hides the cursor and must give it back.
    expect(shown.lastIndexOf('\u001B[?25h')).toBeGreaterThan(shown.lastIndexOf('\u001B[?25l'))
  })
})
