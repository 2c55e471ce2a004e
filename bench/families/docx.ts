import { readdirSync, readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { readDocument } from '../../src/read/read-file.js'
import { makeDocx, p } from '../../tests/read/docx/make-docx.js'
import type { Family } from '../family.js'
import { ratio, timeInTurn } from '../measure.js'
import { seedTexts } from '../texts.js'

const escapeXml = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** The seeds as Word files, a paragraph a line: what Word writes around words is left out, so that the words weigh most. */
const files = seedTexts.map(text =>
  makeDocx({
    body: text
      .split('\n')
      .map(line => p(escapeXml(line)))
      .join(''),
  }),
)

/** Files as an office program writes them, with all its properties. */
const folder = new URL('../../corpus/formats/', import.meta.url)
const saved = readdirSync(folder)
  .filter(name => name.endsWith('.docx'))
  .map(name => new Uint8Array(readFileSync(new URL(name, folder))))

/** Reading Word files beside mammoth alone on the same bytes. */
export const docx: Family = {
  about: 'Word files',
  measure: async () => {
    const compare = async (each: readonly Uint8Array[]): Promise<string> => {
      const times = await timeInTurn({
        mammoth: async () => {
          for (const file of each) await mammoth.convertToHtml({ buffer: Buffer.from(file) })
        },
        reader: async () => {
          for (const file of each) await readDocument(file, 'a.docx')
        },
      })
      return ratio(times.reader.median, times.mammoth.median)
    }
    const note = 'mammoth alone; goal: at most 1.3×'
    return [
      { what: 'Word file to text, all seeds, bare', figure: await compare(files), note },
      { what: 'Word file to text, as LibreOffice saves it', figure: await compare(saved), note },
    ]
  },
}
