import { createHash } from 'node:crypto'
import { createExtractor } from '../../src/index.js'
import { openStoreForWriting } from '../../src/store/open-store.js'
import { writeDocument } from '../../src/store/write-document.js'
import type { Family } from '../family.js'
import { rate, ratio, timeInTurn } from '../measure.js'
import { bytesOf, seedTexts } from '../texts.js'

const origin = { rulebookHash: 'bench', extractorVersion: 'bench', provinceNow: null }
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Text to rows of a SQLite database: the records again, and what writing and indexing them adds. */
export const store: Family = {
  about: 'text to SQLite',
  measure: async () => {
    const extract = await createExtractor()
    const open = await openStoreForWriting(':memory:')
    try {
      let run = 0
      // Each run's documents are new ones, so that nothing has to be replaced.
      const write = async () => {
        run++
        for (const [i, text] of seedTexts.entries()) {
          const extraction = extract(text)
          const name = `${run}-${i}`
          await writeDocument(open.db, { ...extraction, source: { ...extraction.source, sha256: sha256(name) } }, origin, { path: name, file: name })
        }
      }
      const times = await timeInTurn({ records: () => seedTexts.map(t => extract(t)), rows: write })
      const { records, rows } = times
      return [
        {
          what: 'text to rows in SQLite, all seeds',
          figure: rate(bytesOf(seedTexts), rows.median),
          note: `${ratio(rows.median, records.median)} text to records; goal: 8 MB/s`,
        },
      ]
    } finally {
      await open.close()
    }
  },
}
