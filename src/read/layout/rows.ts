import { isBlank, rightOf, type TextBox } from './text-box.js'

/** What is known of words of a line beyond their letters, with their place in its text: that they were recognised with low confidence, are shown as capitals, or stand in a cell that is merged over several rows. */
export type LineMark = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'doubt'; readonly confidence: number }
  | { readonly kind: 'capitals' }
  | { readonly kind: 'tall'; readonly rows: number }
)

/** Words that stand side by side without a gap that parts columns. */
export interface Segment {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly marks: readonly LineMark[]
}

/** What stands on one baseline, in one or more segments from left to right. */
export interface Row {
  readonly y: number
  readonly size: number
  readonly segments: readonly Segment[]
}

/** A gap of this many type heights parts columns; boxes that were not written one after the other need less. */
const COLUMN_GAP = 1.7
const COLUMN_GAP_OUT_OF_ORDER = 0.55
/** Without a blank in the file a gap of this many type heights is one. */
const BLANK_GAP = 0.2
const BLANK_GAP_WHERE_NONE_ARE = 0.17
const SURE = 0.75

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raise = (digits: string): string => digits.replace(/\d/g, d => SUPERSCRIPTS[Number(d)] as string)

interface Cluster {
  y: number
  size: number
  boxes: TextBox[]
}

/** Boxes by baseline, from the top. An empty line between two others, of whatever size, is of neither. */
function cluster(boxes: readonly TextBox[]): Cluster[] {
  const clusters: Cluster[] = []
  for (const box of boxes.filter(b => !isBlank(b)).sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = clusters.at(-1)
    if (last && box.y - last.y <= 0.22 * Math.max(last.size, box.size)) {
      last.boxes.push(box)
      last.size = Math.max(last.size, box.size)
    } else clusters.push({ y: box.y, size: box.size, boxes: [box] })
  }
  let at = 0
  for (const blank of boxes.filter(isBlank).sort((a, b) => a.y - b.y)) {
    while (at < clusters.length && (clusters[at] as Cluster).y < blank.y - 0.22 * (clusters[at] as Cluster).size) at++
    const line = clusters[at]
    if (line && blank.y >= line.y - 0.22 * line.size) line.boxes.push(blank)
  }
  return clusters
}

/** Puts small boxes that stand above a baseline, right beside a word of it, into that line: footnote marks and powers. */
function takeRaised(clusters: readonly Cluster[]): Cluster[] {
  const kept: Cluster[] = []
  let waiting: TextBox[] = []
  const flush = () => {
    if (waiting.length > 0) kept.push({ y: Math.max(...waiting.map(b => b.y)), size: Math.max(...waiting.map(b => b.size)), boxes: waiting })
    waiting = []
  }
  clusters.forEach((line, i) => {
    const next = clusters[i + 1]
    const isSmall = next && line.size <= 0.8 * next.size && next.y - line.y <= 0.75 * next.size
    const host = next as Cluster
    const touches = (box: TextBox): boolean =>
      host.boxes.some(other => !isBlank(other) && (Math.abs(box.x - rightOf(other)) <= 0.35 * host.size || Math.abs(other.x - rightOf(box)) <= 0.5 * host.size))
    if (isSmall && line.boxes.every(box => isBlank(box) || touches(box)) && line.boxes.reduce((n, b) => n + b.text.trim().length, 0) <= 12) {
      host.boxes.push(...line.boxes.map(box => ({ ...box, y: host.y, text: /^\s*\d{1,3}\s*$/.test(box.text) ? raise(box.text.trim()) : box.text })))
      return
    }
    flush()
    kept.push(line)
  })
  flush()
  return kept
}

const hasBlanks = (boxes: readonly TextBox[]): boolean => {
  let blanks = 0
  let letters = 0
  for (const { text } of boxes) {
    for (const c of text) c === ' ' ? blanks++ : letters++
  }
  return blanks > letters * 0.08
}

function segmentsOf(line: Cluster, blankGap: number, columnGap: number): Segment[] {
  const segments: { text: string; x0: number; x1: number; marks: LineMark[]; order: number; size: number }[] = []
  let blankBefore = false
  for (const box of line.boxes.sort((a, b) => a.x - b.x || a.order - b.order)) {
    if (isBlank(box)) {
      blankBefore = true
      continue
    }
    const open = segments.at(-1)
    const gap = open ? box.x - open.x1 : 0
    const size = Math.max(box.size, open?.size ?? 0)
    const isColumn =
      open && (gap > columnGap * size || (gap > COLUMN_GAP_OUT_OF_ORDER * size && box.order >= 0 && open.order >= 0 && Math.abs(box.order - open.order) > 1))
    if (!open || isColumn) segments.push({ text: '', x0: box.x, x1: box.x, marks: [], order: box.order, size: box.size })
    const now = segments.at(-1) as (typeof segments)[number]
    // What was filled in stands by itself, whatever room the form left for it.
    const isFilled = open !== undefined && box.order < 0 !== open.order < 0
    const isParted =
      now.text !== '' &&
      !now.text.endsWith(' ') &&
      ((isFilled && !/^[/.,;:-]/.test(box.text)) || gap > blankGap * size || (blankBefore && gap > 0.05 * size) || /^\s/.test(box.text))
    if (isParted) now.text += ' '
    const words = box.text.replace(/\s+/g, ' ')
    const shown = now.text === '' || now.text.endsWith(' ') ? words.trimStart() : words
    const place = { start: now.text.length, end: now.text.length + shown.trimEnd().length }
    if (box.confidence !== null && box.confidence < SURE) now.marks.push({ ...place, kind: 'doubt', confidence: box.confidence })
    if (box.isCapitals) now.marks.push({ ...place, kind: 'capitals' })
    now.text += shown
    now.x1 = Math.max(now.x1, rightOf(box))
    now.order = box.order
    now.size = box.size
    blankBefore = false
  }
  return segments.map(({ text, x0, x1, marks }) => ({ text: text.trimEnd(), x0, x1, marks }))
}

/** The printed lines of boxes, from the top; `columnGap` in type heights parts segments, `Infinity` where columns are known to be none. */
export function toRows(boxes: readonly TextBox[], columnGap: number = COLUMN_GAP): Row[] {
  const blankGap = hasBlanks(boxes) ? BLANK_GAP : BLANK_GAP_WHERE_NONE_ARE
  return takeRaised(cluster(boxes))
    .map(line => ({ y: line.y, size: line.size, segments: segmentsOf(line, blankGap, columnGap) }))
    .filter(row => row.segments.length > 0)
}

/** All words of a row, segments parted by one blank. */
export const textOfRow = (row: Row): string => row.segments.map(s => s.text).join(' ')
