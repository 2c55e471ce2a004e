import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFParse } from 'pdf-parse'
import { defaultLimits } from '../../src/read/limits.js'
import { readPdfPages } from '../../src/read/pdf/read-pdf-pages.js'
import type { Family, Row } from '../family.js'

const ROUNDS = 5
const GOAL = 1.2

/** PDFs of the folder that `CHITIEU_PDFS` names: decrees that hold text, not scans. */
function files(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const folder = process.env.CHITIEU_PDFS
  if (!folder) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.pdf'))
    .sort()
    .map(name => ({ name, bytes: readFileSync(join(folder, name)) }))
}

async function withPdfParse(bytes: Buffer): Promise<number> {
  const parser = new PDFParse({ data: new Uint8Array(bytes) })
  const { total } = await parser.getText()
  await parser.destroy()
  return total
}

/** Milliseconds of processor time of one reading. */
async function timeOf(read: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await read()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const middleOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** What reading a PDF costs beside the text of pdf-parse alone, in turn on the same files. */
export const pdf: Family = {
  about: 'reading PDF',
  measure: async () => {
    const found = files()
    if (found.length === 0) return [{ what: 'PDF', figure: 'not measured', note: 'CHITIEU_PDFS names no folder with PDFs' }]
    const rows: Row[] = []
    const all = { alone: 0, ours: 0 }
    for (const { name, bytes } of found) {
      const alone: number[] = []
      const ours: number[] = []
      let pages = 0
      for (let round = 0; round <= ROUNDS; round++) {
        const a = await timeOf(async () => {
          pages = await withPdfParse(bytes)
        })
        const b = await timeOf(() => readPdfPages(bytes, name, defaultLimits))
        // The first round warms the engine and is not counted.
        if (round > 0) {
          alone.push(a)
          ours.push(b)
        }
      }
      all.alone += middleOf(alone)
      all.ours += middleOf(ours)
      rows.push({
        what: `${name}, ${pages} pages`,
        figure: `${(middleOf(ours) / middleOf(alone)).toFixed(2)}×`,
        note: `${middleOf(alone).toFixed(0)} ms of pdf-parse alone`,
      })
    }
    return [...rows, { what: 'all together', figure: `${(all.ours / all.alone).toFixed(2)}×`, note: `goal: at most ${GOAL}×` }]
  },
}
