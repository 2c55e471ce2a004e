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
 * Headings that are counted together, each list in the order of the text. A list ends where counting starts again at one: an attachment,
 * a second list under the same heading. Lists that hold letters foreign to the Vietnamese alphabet are left out: their order is the drafter's own.
 */
export function headingSequences(sections: readonly SectionRecord[]): NumberedHeading[][] {
  const open = new Map<string, NumberedHeading[]>()
  const all: NumberedHeading[][] = []
  const strange = new Set<number | null>()
  for (const section of sections) {
    if (section.kind === 'diem' && isForeignLetter(section.label)) strange.add(section.parent)
    const ordinal = readOrdinal(section.label, section.kind === 'diem' || section.kind === 'chu-hoa')
    if (!ordinal) continue
    const key = sequenceKey(section, ordinal)
    const list = open.get(key)
    if (list && ordinal.value !== 1) {
      list.push({ section, ordinal })
      continue
    }
    const fresh = [{ section, ordinal }]
    open.set(key, fresh)
    all.push(fresh)
  }
  return all.filter(list => !(list[0]?.ordinal.style === 'letter' && strange.has(list[0].section.parent)))
}

/** Cost stays linear where a text has thousands of headings. */
const FARTHEST = 50_000

/**
 * Whether a label stands at the head of a line, or behind the end of a sentence, between two headings, though it is no heading of the tree: a finding that
 * calls it missing would be wrong, and a list that begins again there is another list.
 */
export function isPrintedBetween(document: AuditDocument, from: SectionRecord, to: SectionRecord, label: string): boolean {
  const start = from.span.start + from.label.length
  const between = document.extraction.text.slice(Math.max(start, to.span.start - FARTHEST), to.span.start)
  return new RegExp(`(?:^|[\\s|*_#(])${label.replaceAll('.', '\\.')}[.)/][\\s*]`).test(between)
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
