import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { hostileFiles } from './hostile-files.js'

/** Megabytes that the process may take for its objects: a reader that needs more for any of the files ends it. */
const MEGABYTES = 512
const MOST_MS = 280_000

interface Outcome {
  readonly about: string
  readonly end: string
}

/** Reads all hostile files in one process of little memory. */
async function readAll(): Promise<readonly Outcome[]> {
  const script = fileURLToPath(new URL('./read-hostile.ts', import.meta.url))
  const child = spawn(process.execPath, [`--max-old-space-size=${MEGABYTES}`, '--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: MOST_MS,
  })
  let printed = ''
  for await (const chunk of child.stdout) printed += String(chunk)
  return printed
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as Outcome)
}

test('every file that an attacker would upload ends in a document or a code, and the process lives on', { timeout: MOST_MS + 10_000 }, async () => {
  const outcomes = await readAll()
  expect(outcomes.map(({ about }) => about)).toEqual(hostileFiles.map(([about]) => about))
  expect(outcomes.filter(({ end }) => end !== 'read' && !/^E_READ_[A-Z_]+$/.test(end))).toEqual([])
})
