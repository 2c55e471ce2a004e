import type { Span } from '../../model/text.js'
import { decodeMixed, type FontHint } from '../encoding/decode-mixed.js'
import { fontNature } from '../encoding/fonts.js'
import type { LegacyEncoding } from '../encoding/legacy.js'
import { trustedHints } from '../encoding/trusted-hints.js'
import type { FlowItem, FlowRun } from './flow.js'

/** The text of a flow with what is known of its places. */
export interface LaidOut {
  readonly text: string
  readonly bold: readonly Span[]
  /** Places whose letters are shown as capitals, whatever they are. */
  readonly capitals: readonly Span[]
  /** Legacy encodings that words were in, the most used first. */
  readonly encodings: readonly LegacyEncoding[]
}

interface Placed {
  readonly start: number
  readonly run: FlowRun
}

const NEW_LINE: FlowRun = { kind: 'run', text: '\n', font: null, bold: false, capitals: false }
/** Between two lines of one cell. */
const LINE_IN_CELL = '\u2028'
const BAR: FlowRun = { kind: 'run', text: '|', font: null, bold: false, capitals: false }

/** Lines of a flow outside tables. */
const plainRuns = (items: readonly FlowItem[]): readonly FlowRun[] => items.map(item => (item.kind === 'run' ? item : NEW_LINE))

function splitCells(items: readonly FlowItem[]): readonly (readonly FlowItem[])[] {
  const cells: FlowItem[][] = [[]]
  for (const item of items) {
    if (item.kind === 'cell') cells.push([])
    else (cells.at(-1) as FlowItem[]).push(item)
  }
  return (cells.at(-1) as FlowItem[]).some(item => item.kind === 'run' && item.text.trim() !== '') ? cells : cells.slice(0, -1)
}

/** The lines of a cell within its row. */
const cellRuns = (cell: readonly FlowItem[]): readonly FlowRun[] =>
  cell.map(item => (item.kind === 'run' ? { ...item, text: item.text.replace(/\n/g, LINE_IN_CELL) } : { ...NEW_LINE, text: LINE_IN_CELL }))

/** A row as the normalization reads tables: `|a|b|`, lines within a cell parted by U+2028. A row of one cell is a frame around text. */
function rowRuns(items: readonly FlowItem[]): readonly FlowRun[] {
  const cells = splitCells(items).map(trim)
  if (cells.length <= 1) return [...plainRuns(cells[0] ?? []), NEW_LINE]
  return [BAR, ...cells.flatMap(cell => [...cellRuns(cell), BAR]), NEW_LINE]
}

const isEmpty = (item: FlowItem | undefined): boolean => item?.kind === 'paragraph' || (item?.kind === 'run' && item.text.trim() === '')

/** A cell without empty paragraphs at its ends. */
function trim(cell: readonly FlowItem[]): readonly FlowItem[] {
  let start = 0
  let end = cell.length
  while (start < end && isEmpty(cell[start])) start++
  while (end > start && isEmpty(cell[end - 1])) end--
  return cell.slice(start, end)
}

function* runs(items: readonly FlowItem[]): Generator<FlowRun> {
  let pending: FlowItem[] = []
  for (const item of items) {
    pending.push(item)
    if (item.kind === 'row') {
      yield* rowRuns(pending.slice(0, -1))
      pending = []
    } else if (item.kind === 'paragraph' && !item.inTable) {
      yield* plainRuns(pending)
      pending = []
    }
  }
  yield* plainRuns(pending)
}

/** Spans of the placed runs that hold a quality, neighbours joined, in the decoded text. */
function spansOf(placed: readonly Placed[], holds: (run: FlowRun) => boolean, toDecoded: (at: number) => number): readonly Span[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, run } of placed) {
    const end = start + run.text.length
    const last = spans.at(-1)
    if (holds(run) && last?.end === start) last.end = end
    else if (holds(run)) spans.push({ start, end })
    else if (run.text.trim() === '' && last?.end === start && !run.text.includes('\n')) last.end = end
  }
  return spans.map(s => ({ start: toDecoded(s.start), end: toDecoded(s.end) })).filter(s => s.end > s.start)
}

/** Turns a flow into text: tables with bars, legacy fonts decoded by name and by score, bold and capital places kept beside it. */
export function layOut(items: readonly FlowItem[]): LaidOut {
  const placed: Placed[] = []
  const hints: FontHint[] = []
  const pieces: string[] = []
  let at = 0
  for (const run of runs(items)) {
    if (run.text === '') continue
    const encoding = run.font === null ? null : fontNature(run.font).encoding
    const last = hints.at(-1)
    if (encoding && last?.encoding === encoding && last.end === at) hints[hints.length - 1] = { ...last, end: at + run.text.length }
    else if (encoding) hints.push({ start: at, end: at + run.text.length, encoding })
    placed.push({ start: at, run })
    pieces.push(run.text)
    at += run.text.length
  }
  const source = pieces.join('')
  const { text, encodings, toDecoded } = decodeMixed(source, trustedHints(source, hints))
  return {
    text,
    bold: spansOf(placed, run => run.bold, toDecoded),
    capitals: spansOf(placed, run => run.capitals || (run.font !== null && fontNature(run.font).capitals), toDecoded),
    encodings: encodings.map(([encoding]) => encoding),
  }
}
