import { createExtractor } from '../../src/index.js'
import type { Family, Row } from '../family.js'
import { hostileTexts } from '../hostile-text.js'
import { ratio, timeInTurn } from '../measure.js'
import { decreeOf } from '../texts.js'

const LENGTH = 100_000

/** Texts that were made to cost much, each beside a decree of the same length. */
export const hostile: Family = {
  about: 'hostile text',
  measure: async () => {
    const extract = await createExtractor()
    const decree = decreeOf(LENGTH)
    const rows: Row[] = []
    for (const [name, make] of Object.entries(hostileTexts)) {
      const text = make(LENGTH)
      const times = await timeInTurn({ decree: () => extract(decree), text: () => extract(text) }, 3)
      rows.push({ what: `100 kB of ${name}`, figure: ratio(times.text.best, times.decree.best), note: 'a decree; goal: at most 2×' })
    }
    return rows
  },
}
