import type { DocumentRecord } from '../../model/extraction.js'
import type { QuantityCue } from '../../model/quantity-find.js'
import type { Reading } from '../../model/reading.js'
import type { Block, Section } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import type { Source } from './contexts.js'
import { type PrintedTime, usableTimes } from './deadline.js'
import { type Tables, tablesOf } from './tables.js'

export type Genre = 'report' | 'plan' | 'regulation' | 'other'

export interface Stance {
  readonly role: 'target' | 'result' | 'context'
  /** Whether the heading names goals, not just work. */
  readonly goal: boolean
  /** Whether the heading looks ahead, which counts in a report too. */
  readonly ahead: boolean
}

/** A time from above a statement; the span is null where the words stand in a title of several lines. */
export interface GoverningTime {
  readonly time: string
  readonly span: Span | null
}

/** What stands above a statement: headings, governing bullets, the part and the document it is in. */
export interface Scope {
  readonly ownTime: string | null
  readonly tables: Tables
  /** The period that a footnote of the statement gives: "… phải tinh giản⁹", ⁹ "… giai đoạn 2022-2026". */
  noteTime(statement: Span): GoverningTime | null
  governingTime(block: Block): GoverningTime | null
  stance(block: Block): Stance | null
  genre(block: Block): Genre
}

/** A line longer than this is no mere time heading. */
const TIME_LINE = 160
const REST_OF_TIME_LINE = 28
/** The head of a column is short. */
const HEAD_CELL = 60

function cuesIn(text: string, span: Span, rulebook: Rulebook): QuantityCue[] {
  const words = text.slice(span.start, span.end)
  return ['time', 'time-name', 'baseline']
    .flatMap(stage =>
      rulebook
        .stage(stage)
        .filter(rule => rule.emit.form !== 'own')
        .flatMap(rule =>
          rule.findAll(words).map(m => ({
            stage,
            ruleId: rule.id,
            emit: rule.emit,
            parts: m.parts,
            span: { start: m.span.start + span.start, end: m.span.end + span.start },
            raw: m.raw,
          })),
        ),
    )
    .sort((a, b) => a.span.start - b.span.start)
}

/** The time of a document: its period as resolved, else the first time of its title. */
function timeOfDocument(source: Source, document: DocumentRecord, reading: Reading, rulebook: Rulebook): string | null {
  if (document.period) return document.period
  const titles = [document.title, ...reading.segmentation.parts.map(p => p.title)].filter((t): t is string => t !== null)
  for (const title of titles) {
    const cues = cuesIn(title, { start: 0, end: title.length }, rulebook).filter(c => c.ruleId !== 'time-name.titled')
    const found = usableTimes({ ...source, text: title }, { start: 0, end: title.length }, cues, null, true)[0]
    if (found) return found.time
  }
  return null
}

const pick = (times: readonly PrintedTime[]): PrintedTime | null => times.find(t => t.firm) ?? times[0] ?? null

/** Times of the lines that govern what follows them: "- Năm 2021:", "Đến năm 2030:", a group row of a table. */
function timeLines(
  reading: Reading,
  timesOf: (span: Span) => readonly PrintedTime[],
  isUnder: (section: number | null, above: number | null) => boolean,
): ReadonlyMap<number, PrintedTime> {
  const { text, segmentation } = reading
  const governed = new Map<number, PrintedTime>()
  let open: { block: Block; time: PrintedTime; sawOther: boolean } | null = null
  for (const block of segmentation.blocks) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph' && block.kind !== 'bullet' && block.kind !== 'cell') continue
    if (open && (open.block.part !== block.part || !isUnder(block.section, open.block.section) || (open.block.cell?.table ?? -1) !== (block.cell?.table ?? -1)))
      open = null
    const time = timeOfLine(text, block, timesOf)
    if (time && block.kind !== 'heading') {
      open = { block, time, sawOther: false }
      continue
    }
    if (!open) continue
    if (block.marker !== open.block.marker) open.sawOther = true
    else if (block.cell === null && open.sawOther) {
      open = null
      continue
    }
    governed.set(block.id, open.time)
  }
  return governed
}

function timeOfLine(text: string, block: Block, timesOf: (span: Span) => readonly PrintedTime[]): PrintedTime | null {
  const body = { start: block.bodyStart, end: block.span.end }
  const length = body.end - body.start
  if (length < 6 || length > TIME_LINE || block.cell?.row === 0) return null
  const line = text.slice(body.start, body.end)
  if (!/(?:19|20)\d\d/.test(line) || /%/.test(line)) return null
  const time = pick(timesOf(body))
  if (!time) return null
  const rest = length - (time.span.end - time.span.start)
  return rest <= REST_OF_TIME_LINE || (/:$/.test(line.trim()) && time.span.start - body.start < REST_OF_TIME_LINE && block.cell === null) ? time : null
}

/** Works out what governs the statements of a document. */
export function scopeOf(source: Source, reading: Reading, document: DocumentRecord, rulebook: Rulebook): Scope {
  const { text, segmentation } = reading
  const ownTime = timeOfDocument(source, document, reading, rulebook)
  const sections = new Map(segmentation.sections.map(s => [s.id, s]))
  const parent = (s: Section): Section | undefined => (s.parent === null ? undefined : sections.get(s.parent))
  const chain = (id: number | null): Section[] => {
    const list: Section[] = []
    for (let s = id === null ? undefined : sections.get(id); s && list.length < 20; s = parent(s)) list.push(s)
    return list
  }
  const isUnder = (section: number | null, above: number | null): boolean => section === above || above === null || chain(section).some(s => s.id === above)
  const timesOf = (span: Span, isHeading = false): PrintedTime[] => {
    const cues = cuesIn(text, span, rulebook)
    const times = usableTimes(source, span, cues, ownTime, isHeading)
    // "2.2. Tầm nhìn đến năm 2035" names no outlook of something else.
    return times.length > 0
      ? times
      : usableTimes(
          source,
          span,
          cues.filter(c => c.ruleId !== 'time-name.outlook'),
          ownTime,
          isHeading,
        )
  }
  const memo = new Map<number, PrintedTime | null>()
  const sectionTime = (s: Section): PrintedTime | null => {
    if (!memo.has(s.id)) memo.set(s.id, s.title === null ? null : pick(timesOf(s.span, true)))
    return memo.get(s.id) ?? null
  }
  const titleTime = (title: string | null): GoverningTime | null => {
    if (title === null) return null
    const all = { start: 0, end: title.length }
    const found = pick(usableTimes({ ...source, text: title }, all, cuesIn(title, all, rulebook), null, true))
    return found ? { time: found.time, span: null } : null
  }
  const lines = timeLines(reading, timesOf, isUnder)
  const genres = rulebook.stage('genre')
  const genreOf = (words: string | null): Genre | null => {
    if (!words) return null
    return (genres.find(rule => rule.findAll(words).length > 0)?.emit.genre as Genre | undefined) ?? null
  }
  const documentGenre = genreOf(document.type) ?? genreOf(document.title) ?? 'other'
  const partGenres = new Map(segmentation.parts.map(p => [p.id, genreOf(p.type) ?? genreOf(p.title) ?? documentGenre]))
  const stances = rulebook.stage('stance')
  const stanceOfWords = (words: string | null): Stance | null => {
    const emit = words === null ? undefined : stances.find(rule => rule.findAll(words).length > 0)?.emit
    return emit ? { role: emit.role as Stance['role'], goal: emit.goal === true, ahead: emit.ahead === true } : null
  }
  const stanceMemo = new Map<number, Stance | null>()
  const stanceOf = (s: Section): Stance | null => {
    const known = stanceMemo.get(s.id)
    if (known !== undefined) return known
    const stance = stanceOfWords(s.title)
    stanceMemo.set(s.id, stance)
    return stance
  }

  const tables = tablesOf(segmentation.blocks)
  const wordsOf = (block: Block): string => text.slice(block.bodyStart, block.span.end)
  return {
    ownTime,
    tables,
    noteTime(statement) {
      const { footnoteMarks, footnoteBodies } = reading.normalization
      for (const mark of footnoteMarks) {
        if (mark.at < statement.start || mark.at > statement.end) continue
        const body = footnoteBodies.find(b => b.label === mark.label && b.span.start > mark.at)
        const found = body && timesOf(body.span).find(t => t.time.includes('/'))
        if (found) return found
      }
      return null
    },
    governingTime(block) {
      const head = tables.header(block)
      const headTime = head && head.span.end - head.span.start < HEAD_CELL ? pick(timesOf({ start: head.bodyStart, end: head.span.end }, true)) : null
      if (headTime) return headTime
      const line = lines.get(block.id)
      if (line) return line
      for (let id = block.parent, hops = 0; id !== null && hops < 6; hops++) {
        const above = segmentation.blocks[id]
        if (!above || above.kind === 'heading') break
        const found = pick(timesOf({ start: above.bodyStart, end: above.span.end }))
        if (found) return found
        id = above.parent
      }
      for (const s of chain(block.section)) {
        // A heading that is its own statement has been read already.
        const found = s.span.start === block.span.start ? null : sectionTime(s)
        if (found) return found
      }
      const part = segmentation.parts.find(p => p.id === block.part)
      return part?.kind === 'appendix' ? titleTime(part.title) : null
    },
    stance(block) {
      const head = tables.header(block)
      const column = head && head.span.end - head.span.start < HEAD_CELL ? stanceOfWords(wordsOf(head)) : null
      if (column?.role === 'result') return column
      for (const s of chain(block.section)) {
        const found = s.span.start === block.span.start ? null : stanceOf(s)
        if (found) return found
      }
      const part = segmentation.parts.find(p => p.id === block.part)
      const title = part?.kind === 'appendix' ? stanceOfWords(part.title) : null
      return title?.role === 'result' || title?.goal === true ? title : null
    },
    genre: block => partGenres.get(block.part) ?? documentGenre,
  }
}
