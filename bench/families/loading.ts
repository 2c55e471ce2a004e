import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Family, Row } from '../family.js'

const ROUNDS = 5
const module = fileURLToPath(new URL('../../dist/index.js', import.meta.url))
const decree = fileURLToPath(new URL('../../seeds/', import.meta.url))

/** Each in a process of its own: nothing, the program with its rules, and its first document. */
const programs = {
  'an empty Node process': '',
  'the program and its rules': `const { createExtractor } = await import(${JSON.stringify(module)}); await createExtractor()`,
  'and the first document': `const { createExtractor } = await import(${JSON.stringify(module)}); const extract = await createExtractor()
    const { readdirSync, readFileSync } = await import('node:fs')
    extract(readFileSync(${JSON.stringify(decree)} + readdirSync(${JSON.stringify(decree)}).sort()[0], 'utf8'))`,
}

/** Milliseconds of processor time that a process took from its start to its end. */
function processTime(program: string): number {
  const report = 'process.on("exit", () => { const { user, system } = process.cpuUsage(); console.log((user + system) / 1000) })'
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', `${report}\n${program}`], { encoding: 'utf8' })
  return Number(stdout.trim())
}

/** What a process pays before its first document. */
export const loading: Family = {
  about: 'loading the rules',
  measure: async () => {
    if (!existsSync(module)) return [{ what: 'loading', figure: 'not measured', note: 'npm run build first' }]
    const names = Object.keys(programs) as (keyof typeof programs)[]
    const best = new Map(names.map(name => [name, Number.POSITIVE_INFINITY]))
    for (let round = 0; round < ROUNDS; round++) for (const name of names) best.set(name, Math.min(best.get(name) ?? 0, processTime(programs[name])))
    return names.map((name): Row => ({ what: name, figure: `${(best.get(name) ?? 0).toFixed(0)} ms`, note: 'processor time' }))
  },
}
