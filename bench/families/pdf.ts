import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Family, Row } from '../family.js'

/** Pairs of processes, and readings of the file in each; the first warms the engine and is not counted. */
const PAIRS = 3
const READINGS = 6
const GOAL = 1.2

const built = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url))
const reader = built('read/pdf/read-pdf-pages.js')
const pdfParse = import.meta.resolve('pdf-parse')

/**
 * One way of reading each: what it loads, and one reading of `bytes`. Each has a process to itself, for pdf.js replaces functions of the language for everybody in its process and
 * our reader puts them back: side by side one would be measured with the other's.
 */
const ways = {
  alone: [
    `const { PDFParse } = await import(${JSON.stringify(pdfParse)})`,
    'const parser = new PDFParse({ data: new Uint8Array(bytes) }); const { total } = await parser.getText(); await parser.destroy(); pages = total',
  ],
  ours: [
    `const { readPdfPages } = await import(${JSON.stringify(reader)}); const { defaultLimits } = await import(${JSON.stringify(built('read/limits.js'))})`,
    'const result = await readPdfPages(bytes, "a.pdf", defaultLimits); pages = result.pages.length',
  ],
} as const

interface Measured {
  readonly pages: number
  /** Milliseconds of processor time of each reading. */
  readonly times: readonly number[]
}

function measureAlone(way: keyof typeof ways, file: string): Measured {
  const [load, read] = ways[way]
  const program = `${load}
    const bytes = (await import('node:fs')).readFileSync(${JSON.stringify(file)})
    let pages = 0
    const times = []
    for (let i = 0; i < ${READINGS}; i++) {
      const before = process.cpuUsage()
      ${read}
      const { user, system } = process.cpuUsage(before)
      times.push((user + system) / 1000)
    }
    console.log(JSON.stringify({ pages, times: times.slice(1) }))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  const answer = stdout.trim().split('\n').at(-1)
  if (!answer) throw new Error(`${way} did not read ${file}: ${stderr.slice(-500)}`)
  return JSON.parse(answer) as Measured
}

const middleOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** PDFs of the folder that `CHITIEU_PDFS` names: decrees that hold text, not scans. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.pdf'))
    .sort()

/** What reading a PDF costs beside the text of pdf-parse alone, in turn on the same files. */
export const pdf: Family = {
  about: 'reading PDF',
  measure: async () => {
    const folder = process.env.CHITIEU_PDFS
    const names = folder ? filesIn(folder) : []
    if (!folder || names.length === 0) return [{ what: 'PDF', figure: 'not measured', note: 'CHITIEU_PDFS names no folder with PDFs' }]
    if (!existsSync(reader)) return [{ what: 'PDF', figure: 'not measured', note: 'npm run build first' }]
    const rows: Row[] = []
    const all = { alone: 0, ours: 0 }
    for (const name of names) {
      const pairs = Array.from({ length: PAIRS }, () => ({ alone: measureAlone('alone', join(folder, name)), ours: measureAlone('ours', join(folder, name)) }))
      const alone = middleOf(pairs.flatMap(pair => pair.alone.times))
      const ours = middleOf(pairs.flatMap(pair => pair.ours.times))
      all.alone += alone
      all.ours += ours
      rows.push({ what: `${name}, ${pairs[0]?.ours.pages} pages`, figure: `${(ours / alone).toFixed(2)}×`, note: `${alone.toFixed(0)} ms of pdf-parse alone` })
    }
    return [...rows, { what: 'all together', figure: `${(all.ours / all.alone).toFixed(2)}×`, note: `goal: at most ${GOAL}×` }]
  },
}
