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

/** Reading Word files beside mammoth alone on the same bytes. */
export const docx: Family = {
  about: 'Word files',
  measure: async () => {
    const times = await timeInTurn({
      mammoth: async () => {
        for (const file of files) await mammoth.convertToHtml({ buffer: Buffer.from(file) })
      },
      reader: async () => {
        for (const file of files) await readDocument(file, 'a.docx')
      },
    })
    return [{ what: 'Word file to text, all seeds', figure: ratio(times.reader.median, times.mammoth.median), note: 'mammoth alone; goal: at most 1.3×' }]
  },
}
