// What extraction costs, as ratios in one run: npm run bench
//   against one native RegExp pass over the same text; ten times the text against once; hostile text against a decree of the same length.
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { createExtractor } from '../src/index.js'
import { hostileTexts } from './hostile-text.js'
import { time, timeInTurn } from './measure.js'

const seeds = new URL('../seeds/', import.meta.url)
const texts = readdirSync(seeds).map(file => readFileSync(new URL(file, seeds), 'utf8').replace(/^\uFEFF/, ''))
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
const extract = await createExtractor()
const rows: string[][] = []
const row = (what: string, figure: string, note = ''): void => void rows.push([what, figure, note])

const native = () => texts.map(text => [...text.matchAll(/\d{1,4}\/(?:\d{4}\/)?[A-ZĐ][\p{L}-]+/gu)].length)
const both = timeInTurn({ native, extract: () => texts.map(text => extract(text)) })
const rate = (ms: number): string => `${(bytes / 1e6 / (ms / 1e3)).toFixed(2)} MB/s`
row('one native RegExp pass over the seeds', rate(both.native?.median ?? 0))
row('text to records, all seeds', rate(both.extract?.median ?? 0), `${((both.extract?.median ?? 0) / (both.native?.median ?? 1)).toFixed(0)}× the native pass`)

const once = texts.join('\n').slice(0, 100_000)
const tenfold = timeInTurn({ once: () => extract(once), ten: () => extract(once.repeat(10)) }, 3)
row('10× the text', `${((tenfold.ten?.median ?? 0) / (tenfold.once?.median ?? 1)).toFixed(1)}× the time`, 'goal: at most 10.5×')

const decree = time(() => extract(once), 5).median
for (const [name, make] of Object.entries(hostileTexts)) {
  const text = make(100_000)
  row(`100 kB of ${name}`, `${(time(() => extract(text), 3).median / decree).toFixed(2)}× a decree`, 'goal: at most 2×')
}

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`)
for (const [what, figure, note] of rows) console.log(`${(what as string).padEnd(42)} ${(figure as string).padStart(16)}  ${note}`)
