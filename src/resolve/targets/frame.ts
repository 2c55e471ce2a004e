import type { QuantityCue, QuantityFind } from '../../model/quantity-find.js'
import type { Span } from '../../model/text.js'
import { nearEnd, type Source } from './contexts.js'

/**
 * How a value hangs on the value before it: a bare list, a coordinated noun phrase, a statement of the same form about the same kind of thing
 * ("20% TTHC được …, 50% TTHC được …"), a level that ends a rise, or not at all.
 */
export type Link = 'list' | 'coordinated' | 'parallel' | 'until' | null

/** One find with its surroundings in the statement. */
export interface Frame {
  readonly find: QuantityFind
  /** Open brackets around it. */
  readonly depth: number
  /** Between semicolons, or inside its brackets. */
  readonly clause: Span
  /** The value before it at the same depth (outside brackets the one before the brackets), and how it hangs on it. */
  readonly previous: Frame | null
  readonly link: Link
  /** From the end of the value before to the beginning of the next one, at any depth, within the statement. */
  readonly left: number
  readonly right: number
  /** Whether words right behind the value say whom it is for: "20% đối với mỗi cấp hành chính". */
  readonly limitedBehind: boolean
}

/** Longer text between two values is a statement of its own. */
const COORDINATION_REACH = 90

function depthsOf(text: string, statement: Span, at: readonly number[]): number[] {
  const depths: number[] = []
  let depth = 0
  let i = statement.start
  for (const stop of at) {
    for (; i < stop; i++) {
      if (text[i] === '(') depth++
      else if (text[i] === ')') depth = Math.max(0, depth - 1)
    }
    depths.push(depth)
  }
  return depths
}

function clauseOf(text: string, statement: Span, span: Span, depth: number): Span {
  let start = span.start
  let level = 0
  for (; start > statement.start; start--) {
    const c = text[start - 1]
    if (c === ')') level++
    else if (c === '(') {
      if (level === 0 && depth > 0) break
      level = Math.max(0, level - 1)
    } else if (c === ';' && level === 0) break
  }
  let end = span.end
  level = 0
  for (; end < statement.end; end++) {
    const c = text[end]
    if (c === '(') level++
    else if (c === ')') {
      if (level === 0 && depth > 0) break
      level = Math.max(0, level - 1)
    } else if (c === ';' && level === 0) break
  }
  return { start, end }
}

const withoutBrackets = (s: string): string => s.replace(/\([^()]*\)?/gu, ' ')

/** The words of the bound right before a value: "ít nhất ". */
const boundOf = (find: QuantityFind): string =>
  find.cues.find(c => c.stage === 'comparator' && c.emit.side === 'before' && c.span.end === find.span.start)?.raw ?? ''

function linkOf({ text, contexts }: Source, previous: Frame, find: QuantityFind): Link {
  // "Cắt giảm ít nhất 30% thời gian, ít nhất 30% chi phí": the same bound said once more parts nothing.
  const bound = boundOf(find)
  const repeated = bound === boundOf(previous.find) ? bound.length : 0
  const gap = withoutBrackets(text.slice(previous.find.span.end, find.span.start - repeated))
  const isBracketed = (at: number): boolean => {
    const before = text.slice(previous.find.span.end, at)
    return before.lastIndexOf('(') > before.lastIndexOf(')')
  }
  const cues = find.cues.filter(c => c.span.start >= previous.find.span.end && c.span.end <= find.span.start && !isBracketed(c.span.start))
  if (cues.some(c => c.stage === 'recurrence' && c.emit.until === true)) return 'until'
  const isOtherUnit = previous.find.unit !== null && find.unit !== null && previous.find.unit !== find.unit
  if (contexts.has('connector', gap) && !isOtherUnit) {
    // "đạt tối thiểu 80%; 100% hồ sơ được số hóa": behind a semicolon a value with a noun of its own is a new statement.
    const behind = text.slice(find.span.end, find.span.end + 40)
    return gap.includes(';') && /^\s*\p{L}/u.test(behind) && !contexts.has('no-noun', behind) ? null : 'list'
  }
  if (!contexts.has('connected', nearEnd(gap))) return null
  const nouns = [previous.find, find].map(f => /^ (\p{L}{2,})/u.exec(text.slice(f.span.end, f.span.end + 20))?.[1])
  const isOneNoun = nouns[0] !== undefined && nouns[0] === nouns[1]
  // "15% doanh thu; 70% doanh nghiệp nhỏ và vừa": a syllable alone is seldom a noun.
  const [pair, pairBehind] = [previous.find, find].map(f => /^ \p{L}{2,}(?: \p{L}{2,})?/u.exec(text.slice(f.span.end, f.span.end + 30))?.[0])
  // "Giảm 30% thời gian họp; 50% hoạt động kiểm tra được thực hiện trực tuyến": behind a semicolon another thing is another statement.
  if (gap.includes(';') && !(isOneNoun && (pair === pairBehind || /^\p{Lu}{2}/u.test(nouns[0] as string)))) return null
  if (gap.length <= COORDINATION_REACH && !cues.some(c => c.stage === 'clause-verb')) return 'coordinated'
  return isOneNoun && !gap.includes(';') ? 'parallel' : null
}

/** Lays out the finds of one statement. */
export function frameStatement(source: Source, finds: readonly QuantityFind[]): Frame[] {
  const { text, contexts } = source
  const first = finds[0]
  if (!first) return []
  const { statement } = first
  const depths = depthsOf(
    text,
    statement,
    finds.map(f => f.span.start),
  )
  const frames: Frame[] = []
  finds.forEach((find, i) => {
    const depth = depths[i] as number
    const clause = clauseOf(text, statement, find.span, depth)
    const previous = frames.findLast(f => f.depth === depth && (depth === 0 || f.find.span.start >= clause.start)) ?? null
    frames.push({
      find,
      depth,
      clause,
      previous,
      link: previous ? linkOf(source, previous, find) : null,
      left: finds[i - 1]?.span.end ?? statement.start,
      right: finds[i + 1]?.span.start ?? statement.end,
      limitedBehind: contexts.has('limits', text.slice(find.span.end, find.span.end + 24)),
    })
  })
  return frames
}

/** The cues of one stage. */
export const cuesOf = (frame: Frame, stage: string): QuantityCue[] => frame.find.cues.filter(c => c.stage === stage)

/** The words that make a value the level that a rise or fall starts from: "từ 12,5% năm 2023 lên 15%". */
export const startCue = (frame: Frame): QuantityCue | undefined =>
  cuesOf(frame, 'role').find(c => c.emit.start === true && c.span.start <= frame.find.span.start && frame.find.span.end <= c.span.end)

export const isPercent = (find: QuantityFind): boolean => find.emit.kind === 'percent'
