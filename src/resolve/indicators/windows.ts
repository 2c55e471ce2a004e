import { isInBrackets } from '../../model/brackets.js'
import type { TargetRecord } from '../../model/extraction.js'
import { matchesOf } from '../../model/matches-of.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Span } from '../../model/text.js'

type Target = Unplaced<TargetRecord>

/** The texts around a value, the one that most likely names what it measures first. */
export interface Windows {
  /** The words the value leans on: behind "100%" where a noun follows, before it in "đạt 90%". */
  readonly near: string
  readonly nearIsBehind: boolean
  readonly other: string
  /** The clause up to the value, with the words behind it that no other value takes. */
  readonly clause: string
  /** The statement up to the value; empty where the value's own noun says what is measured. */
  readonly before: string
  /** The statement behind the value up to the next one. */
  readonly after: string
  readonly statement: string
  /** The lines and headings that govern the statement. */
  readonly governing: string
}

/** How far from a value its words are looked for: no statement worth reading is longer, and cost stays linear. */
const REACH = 600
/** Where a clause ends and another begins. */
const BOUNDARY = /; |\.\s+(?=\p{Lu})|,? trong (?:số )?đó,? |, đồng thời,? |\n/giu
/** Values that stand together: "30%, 20%, 15%". */
const CLUSTER_GAP = /^(?:[,;]? (?:và )?(?:tối thiểu |ít nhất |khoảng |trên )?|[,;])$/u
/** The longest gap that `CLUSTER_GAP` takes: ", và tối thiểu ". */
const WIDEST_GAP = 15
/** What may stand behind a value without naming what is measured. */
const NO_NOUN =
  /^\s*(?:$|[,.;:()]|(?:trở lên|và|hoặc|so với|so sánh|vào|trong|đối với|theo|từ|đến|cho|của|tại|trên|thuộc|mỗi|hằng|hàng|năm|để|là|đạt|\/|thông qua|kế hoạch|cùng kỳ)(?![\p{L}]))/u

/** What stands before a value whose subject is named first: "tỷ lệ … đạt tối thiểu 100% địa bàn". */
const PREDICATE = /(?:đạt|chiếm|bằng)(?: (?:tỷ lệ|tối thiểu|ít nhất|trên|khoảng|từ|mức)){0,3}\s*$/u
const LIST_JOINT = /^([\s\S]*)(?:, | và )/u

/** Where the clauses of a statement part, outside brackets, in order. */
function boundariesOf(text: string, statement: Span): Span[] {
  const inside = text.slice(statement.start, statement.end)
  return matchesOf(inside, BOUNDARY)
    .map(match => ({ start: statement.start + match.index, end: statement.start + match.index + match[0].length }))
    .filter(boundary => !isInBrackets(text, boundary.start, statement.start))
}

function segmentOf(statement: Span, boundaries: readonly Span[], value: Span): Span {
  let { start, end } = statement
  for (const boundary of boundaries) {
    if (boundary.end <= value.start) start = boundary.end
    else if (boundary.start >= value.end && boundary.start < end) end = boundary.start
  }
  return { start, end }
}

/** The values that stand together with one, as one span. `near` are the spans of the values around it, in order. */
function clusterOf(text: string, value: Span, near: readonly Span[]): Span {
  const joins = (from: number, to: number): boolean => to > from && to - from <= WIDEST_GAP && CLUSTER_GAP.test(text.slice(from, to))
  let { start, end } = value
  for (let i = near.length - 1; i >= 0; i--) if (joins((near[i] as Span).end, start)) start = (near[i] as Span).start
  for (const span of near) if (joins(end, span.start)) end = span.end
  return { start, end }
}

/** Gives the boundaries of a statement; neighbours share theirs. */
export function boundaryReader({ text }: Reading): (statement: Span) => readonly Span[] {
  let last: { readonly statement: Span; readonly boundaries: readonly Span[] } | null = null
  return statement => {
    if (last?.statement.start !== statement.start || last.statement.end !== statement.end) last = { statement, boundaries: boundariesOf(text, statement) }
    return last.boundaries
  }
}

/** Gives the lines and headings that govern a target's block, nearest first, one a line. */
export function governingLines({ text, segmentation }: Reading): (target: Target) => string {
  const sections = new Map(segmentation.sections.map(s => [s.id, s]))
  const known = new Map<number, string>()
  const build = (at: number): string => {
    const { blocks } = segmentation
    const lines: string[] = []
    for (let parent = blocks[at]?.parent ?? null; parent !== null && lines.length < 4; parent = blocks[parent]?.parent ?? null) {
      const line = blocks[parent]
      if (line) lines.push(text.slice(line.span.start, line.span.end))
    }
    for (let section = sections.get(blocks[at]?.section ?? -1); section && lines.length < 10; section = sections.get(section.parent ?? -1)) {
      if (section.title) lines.push(section.title)
    }
    return lines.join('\n')
  }
  return ({ block }) => {
    const lines = known.get(block) ?? build(block)
    known.set(block, lines)
    return lines
  }
}

/** "50% Bộ phận Một cửa cấp huyện và 30% Bộ phận Một cửa cấp xã": the second value shares what was said before the first. */
const sameNoun = (one: string, two: string): boolean => one.trim().split(' ', 2).join(' ') === two.trim().split(' ', 2).join(' ')

/** What the windows of all targets of a document share. */
export interface Surroundings {
  readonly text: string
  readonly governingOf: (target: Target) => string
  readonly boundariesIn: (statement: Span) => readonly Span[]
}

/** The texts around a target's value; `near` are the spans of the targets around it in order, so that neighbours end a window. */
export function windowsOf(target: Target, near: readonly Span[], { text, governingOf, boundariesIn }: Surroundings): Windows {
  const { span } = target
  const statement = { start: Math.max(target.statement.start, span.start - REACH), end: Math.min(target.statement.end, span.end + REACH) }
  // A value alone in its cell: what it measures stands in another cell of the row.
  if (statement.end - statement.start <= span.end - span.start + 2) {
    const subject = target.subject ?? ''
    return { near: subject, nearIsBehind: true, other: '', clause: subject, before: '', after: '', statement: subject, governing: governingOf(target) }
  }
  const segment = segmentOf(statement, boundariesIn(statement), span)
  const siblings = near.filter(s => s.start < segment.end && s.end > segment.start)
  const cluster = clusterOf(text, span, siblings)
  const last = near.findLast(s => s.start >= segment.start && s.end <= cluster.start)
  const next = near.reduce((least, { start }) => (start >= cluster.end && start < statement.end && start < least ? start : least), Number.POSITIVE_INFINITY)
  const from = Math.max(segment.start, last?.end ?? 0)
  const to = Math.min(segment.end, next)
  const pre = text.slice(from, cluster.start)
  const whole = text.slice(cluster.end, to)
  // Behind the last joint before the next value stands what that one measures.
  const post = to < segment.end ? (LIST_JOINT.exec(whole)?.[1] ?? whole) : whole
  const noun = target.unitNoun !== null && post.trimStart().startsWith(target.unitNoun) ? post.trimStart().slice(target.unitNoun.length) : post
  const hasNoun = !NO_NOUN.test(noun)
  const nearIsBehind = hasNoun && !(PREDICATE.test(pre) && pre.split(' ').length > 4)
  const alone = !hasNoun || last === undefined || sameNoun(text.slice(last.end, from + 40), post)
  return {
    near: nearIsBehind ? post : pre,
    nearIsBehind,
    other: nearIsBehind ? pre : post,
    clause: alone ? text.slice(segment.start, cluster.start) + post : post,
    before: hasNoun && target.unit !== 'rank' ? '' : text.slice(statement.start, cluster.start),
    after: text.slice(cluster.end, Math.min(statement.end, next)),
    statement: text.slice(statement.start, statement.end),
    governing: governingOf(target),
  }
}
