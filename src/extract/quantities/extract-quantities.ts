import type { QuantityCue, QuantityFind } from '../../model/quantity-find.js'
import type { Reading } from '../../model/reading.js'
import type { Block, BlockKind } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import type { CompiledRule, Rulebook, RuleMatch } from '../../rulebook/index.js'
import { findCellValues } from './cell-values.js'
import { cuesIn } from './cues.js'
import { splitStatements } from './statements.js'

/** The stages whose rules see the words around a number. */
const cueStages = [
  'comparator',
  'change',
  'recurrence',
  'hedge',
  'exception',
  'place',
  'out-of',
  'frequency',
  'time',
  'time-name',
  'baseline',
  'level',
  'role',
  'commitment',
  'clause-verb',
] as const

/** Blocks that hold no measured values: addresses, signatures, recitals. */
const SILENT: ReadonlySet<BlockKind> = new Set(['boilerplate', 'header', 'title', 'recital', 'attachment-note', 'recipient', 'signature'])
/** A cell shorter than this holds a figure or a label, not a sentence: bare counts in it are table data. */
const SENTENCE_CELL = 25
/** More values than any sentence has; a longer list is read piece by piece, so that cost stays linear. */
const MOST_VALUES = 48

const HAS_DIGIT = /\d/
/** A numeral where a value may be told in words. */
const HAS_NUMERAL =
  /gấp|một nửa|phần (?:hai|ba|tư|bốn|năm|sáu|mười)|(?:thiểu|nhất|quá|đa|dưới|lập|dựng|thành|khai|có|là|cho|mới|từ|cả) (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) /u

interface Candidate {
  readonly match: RuleMatch
  /** The value itself: the group `value`. */
  readonly span: Span
  readonly order: number
}

const isPercent = (m: RuleMatch): boolean => m.rule.emit.kind === 'percent'
/** Percentages, ranks and what a rule says to be sure need no help to be told from the numbers of documents and dates. */
const isSure = (m: RuleMatch): boolean => isPercent(m) || m.rule.emit.kind === 'rank' || m.rule.emit.sure === true

/** Rules run over the words alone, so that the cost of a block does not depend on what follows it. */
function candidates(text: string, span: Span, rules: readonly CompiledRule[]): Candidate[] {
  const all: Candidate[] = []
  rules.forEach((rule, order) => {
    for (const match of rule.findWithin(text, span.start, span.end)) all.push({ match, span: match.partSpan('value') ?? match.span, order })
  })
  return all.sort((a, b) => a.span.start - b.span.start || a.order - b.order)
}

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Earlier first, then the rule that stands earlier in the file; what overlaps a taken value is dropped. */
function withoutOverlaps(all: readonly Candidate[]): Candidate[] {
  const taken: Candidate[] = []
  for (const c of all) {
    const last = taken.at(-1)
    if (last && touches(last.span, c.span)) {
      if (c.order < last.order && isPercent(c.match) && !isPercent(last.match)) taken[taken.length - 1] = c
      continue
    }
    taken.push(c)
  }
  return taken
}

function toFind(text: string, block: Block, statement: Span, cues: readonly QuantityCue[], { match, span }: Candidate): QuantityFind {
  const { parts } = match
  const part = (name: string): string | null => parts[name]?.trim() || null
  return {
    ruleId: match.rule.id,
    span,
    raw: text.slice(span.start, span.end),
    block: block.id,
    emit: match.rule.emit,
    number: parts.number as string,
    upper: part('upper'),
    scale: part('scale') ?? part('scale2'),
    unit: part('unit'),
    noun: part('noun'),
    denominator: part('denominator') ?? (typeof match.rule.emit.denominator === 'string' ? match.rule.emit.denominator : null),
    per: part('per'),
    statement,
    cues,
  }
}

/** The statements that hold candidates, each with its own; those with very many in pieces. Both lists are in order. */
function piecesOf(statements: readonly Span[], all: readonly Candidate[]): [Span, Candidate[]][] {
  const pieces: [Span, Candidate[]][] = []
  let next = 0
  for (const statement of statements) {
    let start = statement.start
    while (next < all.length && (all[next] as Candidate).span.start < statement.end) {
      let end = next
      while (end < all.length && end - next < MOST_VALUES && (all[end] as Candidate).span.start < statement.end) end++
      const inside = all.slice(next, end)
      const following = all[end]
      const stop = following && following.span.start < statement.end ? (inside.at(-1) as Candidate).span.end : statement.end
      pieces.push([{ start, end: stop }, inside])
      start = stop
      next = end
    }
  }
  return pieces
}

function findInBlock(text: string, block: Block, rulebook: Rulebook): QuantityFind[] {
  const rules = rulebook.stageIn('quantity', text, block.bodyStart, block.span.end)
  if (rules.length === 0) return []
  const words = text.slice(block.bodyStart, block.span.end)
  if (!HAS_DIGIT.test(words) && !HAS_NUMERAL.test(words)) return []
  const isTableData = block.cell !== null && block.span.end - block.bodyStart < SENTENCE_CELL
  const body: Span = { start: block.bodyStart, end: block.span.end }
  const usable = isTableData ? rules.filter(r => r.emit.kind === 'percent') : rules
  let all = candidates(text, body, usable)
  if (all.length === 0) return []
  const noise = rulebook.stageIn('quantity-noise', text, body.start, body.end).flatMap(rule => rule.findWithin(text, body.start, body.end).map(m => m.span))
  all = withoutOverlaps(all.filter(c => isSure(c.match) || !noise.some(n => touches(n, c.span))))
  if (all.length === 0) return []
  const finds: QuantityFind[] = []
  for (const [statement, inside] of piecesOf(splitStatements(text, block.span, block.bodyStart), all)) {
    // Percentages need no verb to be a commitment.
    const stages = inside.every(c => isPercent(c.match)) ? cueStages.filter(s => s !== 'commitment') : cueStages
    const cues = cuesIn(text, statement, stages, rulebook)
    finds.push(...inside.map(c => toFind(text, block, statement, cues, c)))
  }
  return finds
}

/**
 * Finds every number with a unit, and every bare number that counts something, with the words of its statement that bear on it.
 * All percentages are kept, also those of tables that print their unit apart; other numbers unless a rule of the stage `quantity-noise` says that they measure nothing.
 */
export function extractQuantities(reading: Reading, rulebook: Rulebook): QuantityFind[] {
  const { text, segmentation } = reading
  const { finds: figures, labels } = findCellValues(text, segmentation.blocks, rulebook)
  const inCells = new Map<number, QuantityFind[]>()
  for (const find of figures) inCells.set(find.block, [...(inCells.get(find.block) ?? []), find])
  return segmentation.blocks
    .filter(b => !SILENT.has(b.kind))
    .flatMap(b => {
      const found = findInBlock(text, b, rulebook)
      const finds = labels.has(b.id) ? found.filter(f => f.emit.kind === 'percent') : found
      const inCell = inCells.get(b.id) ?? []
      // What looks like a count in a row of ranks is a place: "≤ 50 Thế giới".
      const isPlace = inCell.some(f => f.emit.kind === 'rank') && finds.every(f => f.emit.kind === 'count')
      return finds.length === 0 || isPlace ? inCell : finds
    })
}
