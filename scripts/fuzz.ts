// Tries what must always hold with made-up inputs, until the time is up: npm run fuzz -- [SUBJECT...] [--seconds N] [--seed N] [--with FOLDER]...
// Prints the seed; the same seed and subject try the same inputs. What fails is made as small as it goes, printed, and written to output/fuzz/.
// Each subject runs in a process of its own, so that one that hangs is ended and named.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { watchForHang } from './fuzz/hang-watch.js'
import { loadMaterial } from './fuzz/material.js'
import { subjects } from './fuzz/subjects.js'

/** Whole, since a subject may work in a folder of its own. */
const OUT = resolve('output/fuzz')
/** Inputs of one seed; the next round takes the next seed, so that one failure does not end a run. */
const ROUND = 300

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    with: { type: 'string', multiple: true, default: [] },
    own: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const seconds = Number(values.seconds)
const names = positionals.length > 0 ? positionals : Object.keys(subjects)
const unknown = names.find(name => !(name in subjects))
if (unknown !== undefined) throw new Error(`${unknown} is no subject; there are ${Object.keys(subjects).join(', ')}`)

/** What a failure is told by: the first words of its message, without what depends on the input. */
const signatureOf = (message: string): string => message.split('\n')[0]?.replace(/\d+/g, '0').slice(0, 120) ?? ''

async function runSubject(name: string): Promise<number> {
  const subject = subjects[name] as (typeof subjects)[string]
  if (subject.leftOut !== undefined) {
    console.log(`${name}: left out, ${subject.leftOut}`)
    return 0
  }
  const { property, done } = await subject.open(loadMaterial(['seeds', 'corpus', ...values.with]))
  // Said before the wait of each input, in which it gets out: what follows may never wait.
  ;(property as unknown as fc.IAsyncPropertyWithHooks<unknown>).beforeEach(async before => {
    process.send?.('input')
    await before()
  })
  const until = Date.now() + seconds * 1000
  const found = new Map<string, string>()
  let inputs = 0
  for (let round = seed; Date.now() < until; round++) {
    const details = await fc.check(property, { seed: round, numRuns: ROUND, interruptAfterTimeLimit: until - Date.now() })
    inputs += details.numRuns
    if (!details.failed || details.counterexample === null) continue
    const message = String((details.errorInstance as Error | null)?.message ?? details.errorInstance)
    if (found.has(signatureOf(message))) continue
    const file = `${OUT}/${name}-${round}.json`
    found.set(signatureOf(message), file)
    writeFileSync(
      file,
      JSON.stringify({ subject: name, seed: round, path: details.counterexamplePath, message, counterexample: details.counterexample }, null, 1),
    )
    console.log(`${name}: FAILS with --seed ${round}: ${message.slice(0, 600)}\n  ${file}`)
  }
  await done?.()
  console.log(`${name}: ${inputs} inputs, ${found.size} failures`)
  return found.size
}

/** Runs a subject in a process that is ended when it does not come on. */
function inProcess(name: string): Promise<boolean> {
  const folders = values.with.flatMap(folder => ['--with', folder])
  const args = [...process.execArgv, process.argv[1] as string, name, '--own', '--seconds', String(seconds), '--seed', String(seed), ...folders]
  const child = spawn(process.execPath, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  const stopWatching = watchForHang(child, reason => {
    console.log(`${name}: HANGS with --seed ${seed}: ${reason}`)
    child.kill('SIGKILL')
  })
  return new Promise(resolve =>
    child.on('exit', status => {
      stopWatching()
      resolve(status === 0)
    }),
  )
}

mkdirSync(OUT, { recursive: true })
if (values.own) {
  process.exitCode = (await runSubject(names[0] as string)) > 0 ? 1 : 0
  process.disconnect?.()
} else {
  console.log(`seed ${seed}, ${seconds} s for each of ${names.join(', ')}`)
  let isSound = true
  for (const name of names) isSound = (await inProcess(name)) && isSound
  process.exitCode = isSound ? 0 : 1
}
