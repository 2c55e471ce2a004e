import type { AuditDocument } from '../model/audit.js'
import type { SectionRecord } from '../model/extraction.js'
import type { Span } from '../model/text.js'
import { isForeignLetter, type Ordinal, readOrdinal } from './ordinal.js'

/** A heading with its number read. */
export interface NumberedHeading {
  readonly section: SectionRecord
  readonly ordinal: Ordinal
}

/** Articles run through a whole document whatever chapter they stand in; all else is counted under its parent. */
function sequenceKey({ parent, kind }: SectionRecord, ordinal: Ordinal): string {
  return kind === 'dieu' ? 'dieu' : `${parent}|${kind}|${ordinal.style}|${ordinal.prefix}`
}

/**
 * Headings that are counted together, each list in the order of the text. Where counting starts again at one, another list begins: an attachment, a
 * second list under the same heading, or one inside an item, after which the number that was due goes on with the list before. Lists that hold letters foreign to the Vietnamese alphabet are left out: their order is the drafter's own.
 */
export function headingSequences(sections: readonly SectionRecord[]): NumberedHeading[][] {
  const open = new Map<string, NumberedHeading[][]>()
  const all: NumberedHeading[][] = []
  const strange = new Set<number | null>()
  for (const section of sections) {
    if (section.kind === 'diem' && isForeignLetter(section.label)) strange.add(section.parent)
    const ordinal = readOrdinal(section.label, section.kind === 'diem' || section.kind === 'chu-hoa')
    if (!ordinal) continue
    const key = sequenceKey(section, ordinal)
    const lists = open.get(key) ?? []
    const list = ordinal.value === 1 ? undefined : continued(lists, ordinal.value)
    if (list) {
      list.push({ section, ordinal })
      continue
    }
    const fresh = [{ section, ordinal }]
    open.set(key, [...lists, fresh])
    all.push(fresh)
  }
  return all.filter(list => !(list[0]?.ordinal.style === 'letter' && strange.has(list[0].section.parent)))
}

/** The list that a number goes on with: the last one, unless the number is due in one that this interrupted. */
function continued(lists: readonly NumberedHeading[][], value: number): NumberedHeading[] | undefined {
  const last = lists.at(-1)
  const isDue = (list: readonly NumberedHeading[]): boolean => list.at(-1)?.ordinal.value === value - 1
  return last && isDue(last) ? last : (lists.slice(-MOST_OPEN).findLast(isDue) ?? last)
}

/** Lists that are looked back at. */
const MOST_OPEN = 4

/** Cost stays linear where a text has thousands of headings. */
const FARTHEST = 50_000

/**
 * Whether a label stands at the head of a line, or behind the end of a sentence, between two headings, though it is no heading of the tree: a finding that
 * calls it missing would be wrong, and a list that begins again there is another list. Old fonts give "IiI" for III.
 */
export function isPrintedBetween(document: AuditDocument, from: SectionRecord, to: SectionRecord, label: string): boolean {
  const start = from.span.start + from.label.length
  const between = document.extraction.text.slice(Math.max(start, to.span.start - FARTHEST), to.span.start)
  return new RegExp(`(?:^|[\\s|*_#(])${label.replaceAll('.', '\\.')}[.)/][\\s*]`, 'i').test(between)
}

/** Longest heading that a finding quotes whole. */
const LONGEST = 120

/** What a finding shows of a heading: all of it, or its label alone where a whole paragraph is the heading. */
export function headingSpan(document: AuditDocument, section: SectionRecord): Span {
  const { start, end } = section.span
  if (end - start <= LONGEST) return section.span
  const label = document.extraction.text.startsWith(section.label, start) ? section.label.length : 1
  return { start, end: start + label }
}
