import type { DocumentRecord } from '../../model/extraction.js'
import { matchesOf } from '../../model/matches-of.js'
import type { Reading } from '../../model/reading.js'
import type { Block } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import { openingLine } from '../metadata/opening-line.js'
import { dueDate } from '../tasks/due-date.js'
import { opensClause, type Source } from './contexts.js'
import { pickTime, type TimesOf, timeOfDocument, timeOfTitle, timesReader } from './heading-times.js'
import { openingTimes } from './opening-times.js'
import { type Outline, onceABlock, outlineOf } from './outline.js'
import { type Genre, genreReader, type Stance, stanceReader } from './stances.js'
import { type Tables, tablesOf } from './tables.js'
import { governedByLines, timeOfLine } from './time-lines.js'

/** A time from above a statement; the span is null where the words stand in a title of several lines. */
export interface GoverningTime {
  readonly time: string
  readonly span: Span | null
  /** Whether it is the day in the row's cell by which the row's work is due: no time of what was reached. */
  readonly isDue?: boolean
}

/** What stands above a statement: headings, governing bullets, the part and the document it is in. */
export interface Scope {
  readonly ownTime: string | null
  readonly tables: Tables
  /** The period that a footnote of the statement gives: "… phải tinh giản⁹", ⁹ "… giai đoạn 2022-2026". */
  noteTime(statement: Span): GoverningTime | null
  governingTime(block: Block): GoverningTime | null
  /** The time that an earlier sentence of the block opens with. */
  openingTime(block: Block, before: number): GoverningTime | null
  /** The time in the head of a cell's column. */
  columnTime(block: Block): GoverningTime | null
  stance(block: Block): Stance | null
  genre(block: Block): Genre
}

const bodyOf = (block: Block): Span => ({ start: block.bodyStart, end: block.span.end })

/** Of a line of several clauses only the last leads to what stands below. */
function lastClause(text: string, body: Span): Span {
  const at = text.lastIndexOf('; ', body.end - 2)
  return at > body.start ? { start: at + 2, end: body.end } : body
}

/** What a line ends with that leads to the parts of what it says. */
const LEADS = /(?:trong (?:số )?đó|cụ thể(?: như sau)?|gồm) ?:\s*$/iu

/** How many governing lines above one another are asked. */
const LINES_ABOVE = 6

function noteReader({ normalization }: Reading, timesOf: TimesOf): Scope['noteTime'] {
  const { footnoteMarks, footnoteBodies } = normalization
  return statement => {
    for (const mark of footnoteMarks) {
      if (mark.at < statement.start || mark.at > statement.end) continue
      const body = footnoteBodies.find(b => b.label === mark.label && b.span.start > mark.at)
      const found = body && timesOf(body.span).find(t => t.time.includes('/'))
      if (found) return found
    }
    return null
  }
}

/** A cell that holds a day and no more: "31/10/2025", "Trước ngày 15/12/2025". */
const DAY_CELL = /^[^\d;:]{0,30}\d[\d/ .-]{5,12}$/u

function timeOfColumn(block: Block, tables: Tables, timesOf: TimesOf): GoverningTime | null {
  for (const head of tables.headers(block)) {
    const time = pickTime(timesOf(bodyOf(head), true))
    if (time) return time
  }
  return null
}

/** In a table: the head of the column, then a cell of the row that holds a time alone. */
function timeOfCell(text: string, block: Block, tables: Tables, timesOf: TimesOf, rulebook: Rulebook): GoverningTime | null {
  const column = timeOfColumn(block, tables, timesOf)
  if (column) return column
  for (const cell of tables.rightOf(block)) {
    const time = timeOfLine(text, cell, timesOf)
    if (time) return { ...time, isDue: true }
    const words = text.slice(cell.bodyStart, cell.span.end)
    const day = DAY_CELL.test(words) ? dueDate(words, rulebook) : null
    if (day) return { time: day, span: bodyOf(cell), isDue: true }
  }
  return null
}

/** A heading longer than this is a paragraph of its own statements. */
const HEADING = 240

/** Where a sentence begins behind another one; the number of the heading is none. */
const NEXT_SENTENCE = /(?<=.{8}[.!?]) (?=\p{Lu})/gsu
/** A sentence that says no more than that parts follow. */
const LEADS_TO_PARTS = /^(?:Trong đó|Cụ thể|Bao gồm|Gồm)[^.,;]{0,24}$/u

/**
 * "1. Vốn năm 2022 được giao là …. Đến ngày 30/9/2022, giải ngân …. Trong đó:": of a numbered paragraph the sentence that what stands below goes on with,
 * null where it has one sentence.
 */
function sentenceAbove(text: string, { start, end }: Span): Span | null {
  const starts = matchesOf(text.slice(start, end), NEXT_SENTENCE).map(found => start + found.index + 1)
  const last = starts.at(-1)
  if (last === undefined) return null
  return LEADS_TO_PARTS.test(text.slice(last, end)) ? { start: starts.at(-2) ?? start, end: last } : { start: last, end }
}

/** The time of a heading; of a numbered paragraph only one that opens it, since the others are of what it says itself. */
function timeOfHeading(source: Source, span: Span, timesOf: TimesOf): GoverningTime | null {
  const above = sentenceAbove(source.text, span)
  const near = above && pickTime(timesOf(above, true))
  if (near && opensClause(source, source.text.slice((above as Span).start, near.span.start))) return near
  const times = timesOf(span, true)
  const time = pickTime(times)
  if (!time || span.end - span.start <= HEADING) return time
  const before = source.text.slice(span.start, time.span.start)
  return opensClause(source, before.replace(/^\S{1,6} /u, '')) ? time : null
}

function governingReader(source: Source, reading: Reading, outline: Outline, tables: Tables, timesOf: TimesOf, rulebook: Rulebook): Scope['governingTime'] {
  const { blocks, parts } = reading.segmentation
  const lines = governedByLines(source.text, outline, tables, timesOf)
  /** "Đến hết ngày 30/9/2025, toàn tỉnh giải ngân …. Trong đó:": the time that a sentence which leads to lines opens with. */
  const openingOf = (body: Span): GoverningTime | null => {
    if (!LEADS.test(source.text.slice(body.start, body.end))) return null
    const sentence = sentenceAbove(source.text, body) ?? body
    return timesOf(sentence).find(t => opensClause(source, source.text.slice(sentence.start, t.span.start))) ?? null
  }
  const fromLines = (block: Block): GoverningTime | null => {
    for (let id = block.parent, hops = 0; id !== null && hops < LINES_ABOVE; hops++) {
      const above = blocks[id]
      if (!above || above.kind === 'heading') return null
      const found = pickTime(timesOf(lastClause(source.text, bodyOf(above)))) ?? openingOf(bodyOf(above))
      if (found) return found
      id = above.parent
    }
    return null
  }
  const sectionTimes = new Map<number, GoverningTime | null>()
  const fromHeadings = (block: Block): GoverningTime | null => {
    for (const section of outline.chain(block.section)) {
      if (section.title === null || section.span.start === block.span.start) continue
      if (!sectionTimes.has(section.id)) sectionTimes.set(section.id, timeOfHeading(source, section.span, timesOf))
      const found = sectionTimes.get(section.id)
      if (found) return found
    }
    return null
  }
  const fromAppendix = (block: Block): GoverningTime | null => {
    const part = parts.find(p => p.id === block.part)
    const time = part?.kind === 'appendix' ? timeOfTitle(source, part.title, rulebook) : null
    return time ? { time, span: null } : null
  }
  return block =>
    timeOfCell(source.text, block, tables, timesOf, rulebook) ?? lines.get(block.id) ?? fromLines(block) ?? fromHeadings(block) ?? fromAppendix(block)
}

/** Works out what governs the statements of a document. */
export function scopeOf(source: Source, reading: Reading, document: DocumentRecord, rulebook: Rulebook): Scope {
  const { blocks, parts } = reading.segmentation
  const opening = openingLine(reading, document)
  const ownTime = timeOfDocument(source, document, reading, rulebook)
  const timesOf = timesReader(source, ownTime, rulebook)
  const outline = outlineOf(reading.segmentation)
  const tables = tablesOf(source.text, blocks)
  return {
    ownTime,
    tables,
    noteTime: noteReader(reading, timesOf),
    governingTime: onceABlock(governingReader(source, reading, outline, tables, timesOf, rulebook)),
    openingTime: openingTimes(source, timesOf),
    columnTime: onceABlock(block => timeOfColumn(block, tables, timesOf)),
    stance: onceABlock(stanceReader(source.text, opening, reading.segmentation, outline, tables, rulebook)),
    genre: genreReader(document, opening, parts, rulebook),
  }
}
