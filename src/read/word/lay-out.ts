import type { Markup, TallCell } from '../../model/source.js'
import type { Span } from '../../model/text.js'
import { decodeMixed, type FontHint } from '../encoding/decode-mixed.js'
import { fontNature } from '../encoding/fonts.js'
import type { LegacyEncoding } from '../encoding/legacy.js'
import { trustedHints } from '../encoding/trusted-hints.js'
import type { FlowItem, FlowRun } from './flow.js'
import { type LaidRun, plainRuns, tableRuns, toRow } from './table-runs.js'

/** The text of a flow with what is known of its places. */
export interface LaidOut {
  readonly text: string
  readonly markup: Markup
  /** Legacy encodings that words were in, the most used first. */
  readonly encodings: readonly LegacyEncoding[]
}

interface Placed {
  readonly start: number
  readonly run: FlowRun
}

/** The runs of a flow in reading order; rows that follow each other are one table. */
function* runs(items: readonly FlowItem[]): Generator<LaidRun> {
  let pending: FlowItem[] = []
  let rows: ReturnType<typeof toRow>[] = []
  for (const item of items) {
    pending.push(item)
    if (item.kind === 'row') {
      rows.push(toRow(pending.slice(0, -1), item.merged ?? []))
      pending = []
    } else if (item.kind === 'paragraph' && !item.inTable) {
      yield* tableRuns(rows)
      yield* plainRuns(pending)
      rows = []
      pending = []
    }
  }
  yield* tableRuns(rows)
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
  const tall: TallCell[] = []
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
    if (run.rows) tall.push({ at, rows: run.rows })
  }
  const source = pieces.join('')
  const { text, encodings, toDecoded } = decodeMixed(source, trustedHints(source, hints))
  return {
    text,
    markup: {
      bold: spansOf(placed, run => run.bold, toDecoded),
      capitals: spansOf(placed, run => run.capitals || (run.font !== null && fontNature(run.font).capitals), toDecoded),
      ...(tall.length > 0 && { tallCells: tall.map(cell => ({ ...cell, at: toDecoded(cell.at) })) }),
    },
    encodings: encodings.map(([encoding]) => encoding),
  }
}
