import type { QuantityCue } from '../../model/quantity-find.js'
import type { Block } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import { cuesOf, type Frame } from './frame.js'

export type Level = 'tỉnh' | 'huyện' | 'xã'

export interface LevelRead {
  readonly levels: readonly Level[]
  readonly span: Span
}

/** The day since which provinces have no districts. */
const TWO_LEVELS_SINCE = '2025-07-01'
/** How far behind the number the counted communes may begin: "50% số xã, phường". */
const HEAD_REACH = 14

interface Mention {
  readonly levels: readonly Level[]
  readonly strength: string
  readonly span: Span
}

/** What makes a place of the level named behind it: "05 xã của huyện Mai Sơn". */
const WITHIN = /(?<!\p{L})(?:của|thuộc|tại|ở|trong)(?!\p{L})/u

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

function mentionsIn(frame: Frame, zone: Span, allLevels: readonly Level[]): Mention[] {
  const excepted = cuesOf(frame, 'exception')
  const cues = cuesOf(frame, 'level').filter(c => contains(zone, c.span) && !excepted.some(e => contains(e.span, c.span)))
  const blocked = cues.filter(c => c.emit.strength === 'none' || c.emit.level === 'span')
  return cues
    .filter(c => c.emit.strength !== 'none' && !blocked.some(b => b !== c && contains(b.span, c.span)))
    .map(c => ({ levels: levelsOf(c, allLevels), strength: String(c.emit.strength), span: c.span }))
}

function levelsOf(cue: Pick<QuantityCue, 'emit' | 'parts'>, all: readonly Level[]): readonly Level[] {
  if (cue.emit.level === 'all') return all
  if (cue.emit.level === 'span') return cue.parts.to?.toLowerCase() === 'huyện' ? all.filter(l => l !== 'xã') : all
  return [cue.emit.level as Level]
}

/** "02 cán bộ chuyên trách, mỗi xã 01": what a comma parts from a value begins to tell of others. */
const isNextEach = (text: string, at: number, { start }: Span): boolean =>
  start >= at && /^mỗi /iu.test(text.slice(start, start + 4)) && text.slice(at, start).includes(',')

/**
 * Which mentions count: strong ones always; weak ones ("UBND tỉnh", "các sở") in the measured noun phrase or beside a strong one; communes and
 * districts as such only as the counted things right behind the number.
 */
function counting(text: string, mentions: readonly Mention[], phrase: Span, at: number): Mention[] {
  const strong = mentions.filter(
    m =>
      (m.strength === 'strong' && !isNextEach(text, at, m.span)) ||
      (m.strength === 'head' &&
        m.span.start >= at &&
        m.span.start - at <= HEAD_REACH &&
        !/,/.test(text.slice(at, m.span.start)) &&
        !WITHIN.test(text.slice(at, m.span.start))),
  )
  const heads = mentions.filter(
    m =>
      m.strength === 'head' &&
      strong.some(
        s => s.strength === 'head' && m.span.start - s.span.end >= 0 && m.span.start - s.span.end <= 6 && !WITHIN.test(text.slice(s.span.end, m.span.start)),
      ),
  )
  const weak = mentions.filter(
    m =>
      (m.strength === 'weak' || m.strength === 'beside') &&
      ((m.strength === 'weak' && contains(phrase, m.span)) || strong.some(s => s.span.start - m.span.end < 60 && s.span.start > m.span.start)),
  )
  return [...strong, ...heads, ...weak].sort((a, b) => a.span.start - b.span.start)
}

const union = (mentions: readonly Mention[], order: readonly Level[]): LevelRead | null => {
  const set = new Set(mentions.flatMap(m => m.levels))
  const first = mentions[0]
  const last = mentions.at(-1)
  if (!first || !last || set.size === 0) return null
  return { levels: order.filter(l => set.has(l)), span: { start: first.span.start, end: last.span.end } }
}

/** The levels that a table row's label names for its figures. */
export function levelsOfLabel(text: string, label: Block, rulebook: Rulebook, allLevels: readonly Level[]): LevelRead | null {
  const words = text.slice(label.bodyStart, label.span.end)
  const mentions: Mention[] = rulebook
    .stage('level')
    .filter(rule => rule.emit.strength === 'strong')
    .flatMap(rule =>
      rule.findAll(words).map(m => ({
        levels: levelsOf({ emit: rule.emit, parts: m.parts }, allLevels),
        strength: 'strong',
        span: { start: m.span.start + label.bodyStart, end: m.span.end + label.bodyStart },
      })),
    )
  return union(
    mentions.sort((a, b) => a.span.start - b.span.start),
    ['tỉnh', 'huyện', 'xã'],
  )
}

/** The level whose units a row counts: "Số xã đạt chuẩn | Xã | 75". */
export const levelOfUnit = (noun: string | null, span: Span): LevelRead | null =>
  noun !== null && /^(?:xã|huyện)$/iu.test(noun) ? { levels: [noun.toLowerCase() as Level], span } : null

/** The levels there are on a day. */
export function levelsOn(date: string | null): readonly Level[] {
  return date !== null && date >= TWO_LEVELS_SINCE ? ['tỉnh', 'xã'] : ['tỉnh', 'huyện', 'xã']
}

/** What stands in brackets right behind a value. */
const BRACKET = /^ ?\([^()]{1,60}\)/u

/** "50% (cấp tỉnh), 40% (cấp huyện) và 30% (cấp xã)": each value's own; null unless every one has its own. */
function inBrackets(run: readonly Frame[], text: string, allLevels: readonly Level[]): LevelRead[] | null {
  const reads = run.flatMap(frame => {
    const start = frame.find.span.end
    const bracket = BRACKET.exec(text.slice(start, start + 64))
    const zone = { start, end: start + (bracket?.[0].length ?? 0) }
    return union(mentionsIn(frame, zone, allLevels), allLevels) ?? []
  })
  return reads.length === run.length ? reads : null
}

/**
 * The levels of the measured units of a run of values that are listed together ("30%, 20%, 15%" - "tương ứng"): one each when as many single levels are
 * named in order as there are values, else all of them for each.
 */
export function readLevels(text: string, run: readonly Frame[], zones: readonly Span[], phrase: Span, allLevels: readonly Level[]): (LevelRead | null)[] {
  const first = run[0] as Frame
  const at = (run.at(-1) as Frame).find.span.end
  if (first.find.emit.kind === 'rank') return run.map(() => null)
  const found = zones.map(zone => counting(text, mentionsIn(first, zone, allLevels), phrase, at))
  // A single value is told of by its subject's side; values listed together may be told apart on either side.
  const mentions = run.length > 1 ? found.flat() : (found.find(list => list.length > 0) ?? [])
  if (run.length > 1) {
    const own = inBrackets(run, text, allLevels)
    if (own) return own
    const singles = mentions.filter(m => m.levels.length === 1)
    const tail = singles.slice(-run.length)
    if (tail.length === run.length && new Set(tail.map(m => m.levels[0])).size === run.length) {
      return tail.map(m => ({ levels: m.levels, span: m.span }))
    }
  }
  const read = union(mentions, allLevels.length === 2 ? ['tỉnh', 'huyện', 'xã'] : allLevels)
  return run.map(() => read)
}
