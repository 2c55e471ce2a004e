import { createExtractor } from '../../src/index.js'
import type { Family } from '../family.js'
import { ratio, timeInTurn } from '../measure.js'
import { decreeOf } from '../texts.js'

/** Whether cost grows with the text and not faster. */
export const growth: Family = {
  about: 'ten times the text',
  measure: async () => {
    const extract = await createExtractor()
    const once = decreeOf(100_000)
    const ten = once.repeat(10)
    const times = await timeInTurn({ once: () => extract(once), ten: () => extract(ten) }, 3)
    return [{ what: '10× a decree of 100 kB', figure: ratio(times.ten.median, times.once.median), note: 'the time; goal: at most 10.5×' }]
  },
}
