import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Instrumenter } from '@stryker-mutator/instrumenter'

/** A change of a line of code: what stands there, and what is tried in its place. */
export interface Change {
  readonly id: string
  readonly line: number
  readonly column: number
  readonly was: string
  readonly becomes: string
}

/** A file that holds all its changes, each behind a switch, of which one at a time is on. */
export interface Changeable {
  readonly code: string
  readonly changes: readonly Change[]
}

const silent = (): void => {}
const never = (): boolean => false
const logger = {
  ...{ isTraceEnabled: never, isDebugEnabled: never, isInfoEnabled: never, isWarnEnabled: never, isErrorEnabled: never, isFatalEnabled: never },
  ...{ trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent },
}

/** The changes that Stryker makes of a file. */
export async function changesOf(file: string): Promise<Changeable> {
  const content = readFileSync(file, 'utf8')
  const { files, mutants } = await new Instrumenter(logger).instrument([{ name: resolve(file), mutate: true, content }], {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  })
  const lines = content.split('\n')
  const changes = mutants.map(({ id, location: { start, end }, replacement = '' }) => {
    const first = lines[start.line] ?? ''
    const was = start.line === end.line ? first.slice(start.column, end.column) : `${first.slice(start.column)} …`
    return { id, line: start.line + 1, column: start.column + 1, was, becomes: replacement.replace(/\s+/g, ' ') }
  })
  return { code: files[0]?.content ?? '', changes }
}
