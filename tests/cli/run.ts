import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { runCli } from '../../src/cli/run-cli.js'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs a command line in this process, as in a pipe. */
export async function run(...argv: string[]): Promise<Ran> {
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
  })
  return { status, out, err }
}

/** A folder that is removed when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
