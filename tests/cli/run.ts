import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { runCli } from '../../src/cli/run-cli.js'
import type { Terminal } from '../../src/cli/terminal.js'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs a command line in this process, as in a pipe; `own` is what else its terminal has. */
export async function runIn(own: Partial<Terminal>, ...argv: string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const status = await runCli(argv, {
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
    outIsTty: false,
    errIsTty: false,
    columns: null,
    program: 'chitieu',
    env: {},
    ...own,
  })
  return { status, out, err }
}

export const run = (...argv: string[]): Promise<Ran> => runIn({}, ...argv)

/** A folder that is removed when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
