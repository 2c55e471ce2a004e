import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Outcome } from './change-runner.js'
import { type Change, changesOf } from './changes-of.js'
import type { Score } from './scores.js'
import { testsOf } from './tests-of.js'

const vitest = resolve('node_modules/vitest/vitest.mjs')

export interface Tried {
  readonly score: Score
  /** Changes that no test noticed; whether one came by them. */
  readonly alive: readonly (Change & { readonly isReached: boolean })[]
}

/** Tries all changes of a file on its tests, in one process. Throws where the tests fail without any change. */
export async function tryChanges(file: string, folder: string): Promise<Tried> {
  const { code, changes } = await changesOf(file)
  const [codeFile, outcomeFile] = [join(folder, 'changeable.ts'), join(folder, 'outcome.json')]
  writeFileSync(codeFile, code)
  rmSync(outcomeFile, { force: true })
  const { stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', '--config', 'vitest.mutation.config.ts'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CHITIEU_MUTATION_FILE: resolve(file),
      CHITIEU_MUTATION_CODE: codeFile,
      CHITIEU_MUTATION_TESTS: testsOf(file).join(','),
      CHITIEU_MUTATION_OUTCOME: outcomeFile,
    },
  })
  const outcome = outcomeOf(outcomeFile)
  if (outcome === null || outcome.failing.length > 0)
    throw new Error(`the tests of ${file} fail without any change: ${outcome?.failing.join(', ') ?? `${stdout.slice(-2000)}${stderr.slice(-2000)}`}`)
  const [noticed, reached, atLoading] = [new Map(outcome.noticed), new Set(outcome.reached), new Set(outcome.atLoading)]
  const tried = changes.filter(({ id }) => reached.has(id) || !atLoading.has(id))
  return {
    score: {
      file,
      tried: tried.length,
      noticed: tried.filter(({ id }) => noticed.has(id)).length,
      endless: tried.filter(({ id }) => noticed.get(id) === null).length,
    },
    alive: tried.filter(({ id }) => !noticed.has(id)).map(change => ({ ...change, isReached: reached.has(change.id) })),
  }
}

function outcomeOf(file: string): Outcome | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Outcome
  } catch {
    return null
  }
}
