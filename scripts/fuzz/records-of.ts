import type { Extraction } from '../../src/model/extraction.js'
import type { Span } from '../../src/model/text.js'

/** Words as they are compared: composed letters, one blank between two words, one kind of dash, no marks of Markdown. */
const flat = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF*#\\|]/g, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/^[-+\s]+|\s+/g, ' ')
    .trim()

/** Whether a value is a place and no more. */
export const isSpan = (value: object): value is Span => Object.keys(value).length === 2 && 'start' in value && 'end' in value

/** A value without places: a span becomes the words that stand there. */
function withoutPlaces(value: unknown, text: string, flatten: (words: string) => string): unknown {
  if (typeof value === 'string') return flatten(flat(value))
  if (Array.isArray(value)) return value.map(item => withoutPlaces(item, text, flatten))
  if (typeof value !== 'object' || value === null) return value
  if (isSpan(value)) return flatten(flat(text.slice(value.start, value.end)))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutPlaces(item, text, flatten)]))
}

/** The kinds of records that say what a document states; diagnostics speak of its shape. */
export const recordKinds = ['targets', 'citations', 'tasks', 'assignments', 'agencies', 'references', 'abbreviations'] as const
const kinds = ['sections', ...recordKinds] as const

/**
 * Everything that was read from a document as lines without places, in the order of the text: two texts with the same lines say the same.
 * `flatten` takes out of words what else may differ.
 */
export function recordsOf(extraction: Extraction, flatten: (words: string) => string = words => words): readonly string[] {
  const { text } = extraction
  const lineOf = (kind: string, record: unknown): string => `${kind} ${JSON.stringify(withoutPlaces(record, text, flatten))}`
  return [lineOf('document', extraction.document), ...kinds.flatMap(kind => extraction[kind].map(record => lineOf(kind, record)))]
}

/** Lines of one list that the other lacks, each as often as it is missing. */
export function missingIn(other: readonly string[], lines: readonly string[]): string[] {
  const open = new Map<string, number>()
  for (const line of other) open.set(line, (open.get(line) ?? 0) + 1)
  return lines.filter(line => {
    const left = open.get(line) ?? 0
    open.set(line, left - 1)
    return left <= 0
  })
}
