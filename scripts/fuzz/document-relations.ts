import { bulletMark } from '../../src/model/bullet-marks.js'
import type { Extraction } from '../../src/model/extraction.js'
import { remembered } from '../../src/model/remembered.js'
import { rawTextOf } from '../../src/model/source.js'
import { contains, overlaps, type Span } from '../../src/model/text.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { otherDeadlines, otherValues, unexpected } from './figures.js'
import { headingStyles, type StyleChange } from './heading-styles.js'
import { joined, type MarkedLine, markedLines } from './marked-text.js'
import { isSpan, missingIn, recordKinds, recordsOf } from './records-of.js'
import { removable } from './removals.js'
import { siteFeet, siteHeads } from './site-matter.js'

/** One variant of a document, and the records that only one of the two has. */
export interface Difference {
  readonly about: string
  readonly missing: readonly string[]
  readonly added: readonly string[]
}

/** A document set as paragraphs, and what was read from it. */
interface Original {
  readonly lines: readonly MarkedLine[]
  readonly text: string
  readonly extraction: Extraction
}

/** A text that must give the same records, and how words are compared. Citations in `own` are the variant's. */
interface Variant {
  readonly about: string
  readonly text: string
  readonly own?: readonly Span[]
}

interface DocumentRelation {
  variants(original: Original): readonly Variant[]
  flatten(words: string): string
}

const rulebook = loadRulebook()
const extract = (text: string): Extraction => extractDocument(rawTextOf(text), rulebook)

/** What the relations of one document are tried on, one after the other: the last one is kept. */
const originalOf = remembered((text): Original => {
  const lines = markedLines(text, rulebook)
  const set = joined(lines.map(line => line.text))
  return { lines, text: set, extraction: extract(set) }
}, 1)

/** The label that a quoted line begins with, in whatever style. */
const LABEL = new RegExp(
  String.raw`^(?:(?:Điều|ĐIỀU) \d{1,3}[a-zđ]? ?[.:]?|(?:[IVXLC]{1,6}|[A-HĐ]|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,4}) ?[.)/-](?!\d)|\d{1,2}(?:\.\d{1,2}){1,4}(?= \p{Lu})|${bulletMark})\s*`,
  'u',
)

const spansIn = (value: unknown): Span[] => {
  if (typeof value !== 'object' || value === null) return []
  return isSpan(value) ? [value] : Object.values(value).flatMap(spansIn)
}

/** Whether a record stands in a line, or begins or ends there. */
function recordsAt({ extraction }: Original): (line: MarkedLine) => boolean {
  const spans = recordKinds.flatMap(kind => extraction[kind].flatMap(spansIn))
  return line => spans.some(span => overlaps(span, { start: line.start, end: line.start + line.text.length }))
}

const styled = (change: StyleChange, flatten: (words: string) => string): DocumentRelation => ({
  flatten,
  variants(original) {
    const lines = change(original.lines, recordsAt(original))
    return lines === null ? [] : [{ about: '', text: joined(lines) }]
  },
})

/** A bullet's mark where several lines became one, with a blank behind it or, as in a cell that is quoted as printed, without. */
const INNER_MARK = new RegExp(`(?<=[;:.,] )${bulletMark} ?`, 'g')

const withoutLabel = (words: string): string => words.replace(LABEL, '').replace(INNER_MARK, '')

const asIs = (words: string): string => words

/** At most so many paragraphs of a document are left out, spread over it. */
const MOST_REMOVED = 30

const removals: DocumentRelation = {
  flatten: asIs,
  variants(original) {
    const { lines } = original
    const all = removable(lines, recordsAt(original))
    const chosen = all.filter((_, i) => i % Math.ceil(all.length / MOST_REMOVED) === 0)
    return chosen.map(at => ({ about: (lines[at] as MarkedLine).text.slice(0, 60), text: joined(lines.filter((_, i) => i !== at).map(line => line.text)) }))
  },
}

const heads: DocumentRelation = {
  flatten: asIs,
  variants: ({ text }) => Object.entries(siteHeads).map(([about, head]) => ({ about, text: head + text, own: [{ start: 0, end: head.length }] })),
}

const feet: DocumentRelation = {
  flatten: asIs,
  variants: ({ text }) =>
    Object.entries(siteFeet).map(([about, foot]) => ({ about, text: text + foot, own: [{ start: text.length, end: text.length + foot.length }] })),
}

/** Every relation between a document and others that say the same. */
const documentRelations: Readonly<Record<string, DocumentRelation>> = {
  ...Object.fromEntries(
    Object.entries(headingStyles).map(([name, change]) => {
      const isOfCase = /CAPITALS|ĐIỀU/.test(name)
      return [name, styled(change, words => (isOfCase ? withoutLabel(words).toLowerCase() : withoutLabel(words)))]
    }),
  ),
  'a paragraph less': removals,
  'a site above': heads,
  'a site below': feet,
}

/** What one figure that is another changes. */
const figureRelations = { 'another value': otherValues, 'another deadline': otherDeadlines } as const

/** The names of all relations. */
export const relationNames: readonly string[] = [...Object.keys(documentRelations), ...Object.keys(figureRelations)]

/** The variants of a document, each with a look at what it changes that it must not. */
export function variantsOf(name: string, source: string): readonly (() => Difference)[] {
  const original = originalOf(source)
  const figures = figureRelations[name as keyof typeof figureRelations]
  if (figures)
    return figures(original.extraction).map(figure => () => ({
      about: figure.about,
      missing: unexpected(original.extraction, extract(figure.text), figure),
      added: [],
    }))
  const { variants, flatten } = documentRelations[name] as DocumentRelation
  return variants(original).map(({ about, text, own = [] }) => () => {
    const before = recordsOf(original.extraction, flatten)
    const made = extract(text)
    const after = recordsOf({ ...made, citations: made.citations.filter(citation => !own.some(span => contains(span, citation.span))) }, flatten)
    return { about, missing: missingIn(after, before), added: missingIn(before, after) }
  })
}
