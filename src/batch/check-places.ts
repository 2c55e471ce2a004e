import type { Extraction } from '../model/extraction.js'
import type { Span } from '../model/text.js'

/** A stored place that does not hold what the record says. */
export interface Misplaced {
  readonly record: string
  readonly message: string
}

const kinds = ['targets', 'citations', 'tasks', 'assignments', 'agencies', 'references', 'abbreviations'] as const
const nameOf: Readonly<Record<(typeof kinds)[number], string>> = {
  targets: 'target',
  citations: 'citation',
  tasks: 'task',
  assignments: 'task',
  agencies: 'agency',
  references: 'cross_reference',
  abbreviations: 'abbreviation',
}

/** Every place of the records: their own and those of what was read for them. */
function placesOf(record: object): Span[] {
  const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'start' in value && 'end' in value
  return Object.values(record).flatMap(value => {
    if (isSpan(value)) return [value]
    if (typeof value === 'object' && value !== null) return placesOf(value)
    return []
  })
}

/** What can be said of stored records when they cannot be made again: each quote stands at its place, and every place is in the text. */
export function checkPlaces(extraction: Extraction, text: string): { readonly records: number; readonly misplaced: readonly Misplaced[] } {
  const misplaced: Misplaced[] = []
  let records = 0
  const check = (record: string, at: object): void => {
    records++
    const outside = placesOf(at).find(({ start, end }) => start < 0 || start > end || end > text.length)
    if (outside) misplaced.push({ record, message: `The place ${outside.start}-${outside.end} is not in the text.` })
  }
  for (const section of extraction.sections) check('section', section)
  for (const diagnostic of extraction.diagnostics) check('diagnostic', diagnostic)
  for (const kind of kinds) {
    for (const found of extraction[kind]) {
      check(nameOf[kind], found)
      const { quote, span } = found
      if (text.slice(span.start, span.end) !== quote)
        misplaced.push({ record: nameOf[kind], message: `"${quote.slice(0, 60)}" does not stand at ${span.start}-${span.end}.` })
    }
  }
  return { records, misplaced }
}
