import type { TargetRecord } from '../../model/extraction.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Span } from '../../model/text.js'

type Target = Unplaced<TargetRecord>

/** The texts around a value, the one that most likely names what it measures first. */
export interface Windows {
  /** The words the value leans on: behind "100%" where a noun follows, before it in "đạt 90%". */
  readonly near: string
  readonly nearIsBehind: boolean
  readonly other: string
  /** The clause without its neighbours. */
  readonly clause: string
  /** The statement up to the value. */
  readonly before: string
  readonly statement: string
  /** The lines and headings that govern the statement. */
  readonly governing: string
}

/** Where a clause ends and another begins. */
const BOUNDARY = /; |\.\s+(?=\p{Lu})|,? trong (?:số )?đó,? |, đồng thời,? |\n/giu
/** Values that stand together: "30%, 20%, 15%". */
const CLUSTER_GAP = /^(?:[,;]? (?:và )?(?:tối thiểu |ít nhất |khoảng |trên )?|[,;])$/u
/** What may stand behind a value without naming what is measured. */
const NO_NOUN =
  /^\s*(?:$|[,.;:)]|(?:trở lên|và|hoặc|so với|so sánh|vào|trong|đối với|theo|từ|đến|cho|của|tại|trên|thuộc|mỗi|hằng|hàng|năm|để|là|đạt|\/|thông qua|kế hoạch|cùng kỳ)(?![\p{L}]))/u

function segmentOf(text: string, statement: Span, value: Span): Span {
  let { start, end } = statement
  BOUNDARY.lastIndex = 0
  const inside = text.slice(statement.start, statement.end)
  for (const match of inside.matchAll(BOUNDARY)) {
    const at = statement.start + match.index
    if (at + match[0].length <= value.start) start = at + match[0].length
    else if (at >= value.end && at < end) end = at
  }
  return { start, end }
}

function governingOf(target: Target, reading: Reading): string {
  const { blocks, sections } = reading.segmentation
  const lines: string[] = []
  let block = blocks[target.block]
  for (let parent = block?.parent ?? null; parent !== null && lines.length < 4; parent = blocks[parent]?.parent ?? null) {
    const line = blocks[parent]
    if (line) lines.push(reading.text.slice(line.span.start, line.span.end))
  }
  block = blocks[target.block]
  let section = sections.find(s => s.id === block?.section)
  while (section !== undefined && lines.length < 10) {
    if (section.title) lines.push(section.title)
    const { parent } = section
    section = parent === null ? undefined : sections.find(s => s.id === parent)
  }
  return lines.join('\n')
}

/** The texts around a target's value; `all` are the document's targets in order, so that neighbours end a window. */
export function windowsOf(target: Target, all: readonly Target[], reading: Reading): Windows {
  const { text } = reading
  const { span, statement } = target
  const segment = segmentOf(text, statement, span)
  const siblings = all.map(t => t.span).filter(s => s.start < segment.end && s.end > segment.start)
  let cluster = span
  for (let grown = true; grown; ) {
    grown = false
    for (const s of siblings) {
      if (s.end <= cluster.start && CLUSTER_GAP.test(text.slice(s.end, cluster.start))) [cluster, grown] = [{ ...cluster, start: s.start }, true]
      else if (s.start >= cluster.end && CLUSTER_GAP.test(text.slice(cluster.end, s.start))) [cluster, grown] = [{ ...cluster, end: s.end }, true]
    }
  }
  const from = Math.max(segment.start, ...siblings.filter(s => s.end <= cluster.start).map(s => s.end))
  const to = Math.min(segment.end, ...siblings.filter(s => s.start >= cluster.end).map(s => s.start))
  const pre = text.slice(from, cluster.start)
  const post = text.slice(cluster.end, to)
  const nearIsBehind = !NO_NOUN.test(post)
  return {
    near: nearIsBehind ? post : pre,
    nearIsBehind,
    other: nearIsBehind ? pre : post,
    clause: text.slice(segment.start, segment.end),
    before: text.slice(statement.start, cluster.start),
    statement: text.slice(statement.start, statement.end),
    governing: governingOf(target, reading),
  }
}
