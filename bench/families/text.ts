import { Culture, recognizePercentage } from '@microsoft/recognizers-text-number'
import { createExtractor } from '../../src/index.js'
import type { Family } from '../family.js'
import { rate, ratio, timeInTurn } from '../measure.js'
import { bytesOf, seedTexts } from '../texts.js'

/** Number-symbols of State documents: one pass that finds them is the least that any extraction costs. */
const symbol = /\d{1,4}\/(?:\d{4}\/)?[A-ZĐ][\p{L}-]+/gu

/** One pass takes less than the clock of processor time tells apart. */
const NATIVE_PASSES = 100

/** Text to records beside its yardsticks: a native pattern, and Microsoft's Recognizers, which read percentages alone. */
export const text: Family = {
  about: 'text to records',
  measure: async () => {
    const extract = await createExtractor()
    const times = await timeInTurn({
      native: () => Array.from({ length: NATIVE_PASSES }, () => seedTexts.map(t => [...t.matchAll(symbol)].length)),
      recognizers: () => seedTexts.map(t => recognizePercentage(t, Culture.English).length),
      records: () => seedTexts.map(t => extract(t)),
    })
    const bytes = bytesOf(seedTexts)
    const { recognizers, records } = times
    const native = times.native.median / NATIVE_PASSES
    return [
      { what: 'one native RegExp pass over the seeds', figure: rate(bytes, native), note: '' },
      {
        what: 'Recognizers-Text, percentages alone',
        figure: rate(bytes, recognizers.median),
        note: `${ratio(recognizers.median, native)} the native pass`,
      },
      {
        what: 'text to records, all seeds',
        figure: rate(bytes, records.median),
        note: `${ratio(records.median, native)} the native pass, ${ratio(records.median, recognizers.median)} the Recognizers; goal: 20 MB/s`,
      },
    ]
  },
}
