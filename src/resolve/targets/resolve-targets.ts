import type { DocumentRecord, TargetRecord } from '../../model/extraction.js'
import type { QuantityFind } from '../../model/quantity-find.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Block } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import { type Bound, type ChangeRead, readChange, readComparator } from './bounds.js'
import { type PrintedTime, readBaseline, timeInStatement, timesFor, timesInTurn, usableTimes } from './deadline.js'
import { cuesOf, type Frame, frameStatement, isPercent } from './frame.js'
import { type LevelRead, levelsOfLabel, levelsOn, readLevels } from './level.js'
import { nounOf } from './noun.js'
import { readRecurrence } from './recurrence.js'
import { isCommitted, type Role, type RoleRead, readRole } from './role.js'
import { type Scope, scopeOf } from './scope.js'
import { readSubject, type SubjectRead, subjectSpan } from './subject.js'
import { lastDayOf } from './times.js'
import { type Measure, type UnitTable, unitTable } from './units.js'

type Unresolved = Unplaced<TargetRecord>
type Evidence = Record<string, Span>

/** What has been read of one value, for its neighbours to share. */
interface Read {
  readonly frame: Frame
  readonly measure: Measure
  readonly bound: Bound
  readonly change: ChangeRead | null
  readonly role: RoleRead
  readonly committed: boolean
  readonly time: PrintedTime | null
}

interface Surroundings {
  readonly reading: Reading
  readonly rulebook: Rulebook
  readonly document: DocumentRecord
  readonly scope: Scope
  readonly units: UnitTable
}

/** A sentence that goes on with the one before it keeps its time: "Trong đó: …". */
const GOES_ON = /^(?:\s|[-+(])*(?:trong đó|trong số đó|cụ thể|bao gồm)/iu

/** A cell shorter than this holds a figure whose subject is the row's label. */
const SHORT_CELL = 25

function runs(frames: readonly Frame[]): Frame[][] {
  const groups: Frame[][] = []
  for (const frame of frames) {
    const last = groups.at(-1)
    if (frame.link === 'list' && last?.at(-1) === frame.previous) last.push(frame)
    else groups.push([frame])
  }
  return groups
}

function readAll(frames: readonly Frame[], block: Block, times: readonly PrintedTime[], on: Surroundings): Read[] {
  const { scope, units, reading } = on
  const genre = scope.genre(block)
  const stance = scope.stance(block)
  const done = new Map<Frame, Read>()
  const inTurn = new Map<Frame, PrintedTime>()
  for (const run of runs(frames)) timesInTurn(reading.text, run, times)?.forEach((t, i) => inTurn.set(run[i] as Frame, t))
  let last: Read | null = null
  for (const frame of frames) {
    const measure = units.measure(frame.find)
    if (!measure) continue
    const before = frame.previous ? (done.get(frame.previous) ?? null) : null
    const bound = readComparator(frame, before?.bound ?? null)
    const change = readChange(frame, before?.change ?? null)
    const time = inTurn.get(frame) ?? timeInStatement(reading.text, frame, frames, timesFor(reading.text, frame, times))
    const alone = readRole(frame, {
      genre,
      stance,
      isNote: block.kind === 'footnote',
      isPast: time !== null && on.document.date !== null && lastDayOf(time.time).slice(0, 4) < on.document.date.slice(0, 4),
      isBounded: bound.span !== null && isPercent(frame.find),
    })
    // "Hỗ trợ 50% chi phí, tối đa 20 triệu đồng/hộ": the amount is of the same kind as the share.
    const isRest: boolean = alone.span === null && frame.find.emit.kind === 'money' && last?.role.role === 'context' && last.frame.clause.start === frame.clause.start
    const role: RoleRead = isRest && last ? last.role : alone
    const committed = isCommitted(reading.text, frame, {
      bounded: bound.span !== null && bound.comparator !== 'range',
      changed: change !== null,
      role,
      genre,
      stance,
      sharedCommitment: before?.committed === true,
    })
    last = { frame, measure, bound, change, role, committed, time }
    done.set(frame, last)
  }
  return [...done.values()]
}

/** The role as recorded, or null when a number is neither percentage, money, commitment nor reported. */
function recordedRole(read: Read, scope: Scope, block: Block): Role | null {
  const { role } = read.role
  const { find } = read.frame
  if (isPercent(find)) return role
  if (role === 'target' && read.committed) return 'target'
  if (role === 'result' && (scope.genre(block) === 'report' || find.emit.kind === 'money')) return 'result'
  return find.emit.kind === 'money' ? 'context' : null
}

function resolveStatement(finds: readonly QuantityFind[], inherited: PrintedTime | null, on: Surroundings): { records: Unresolved[]; leading: PrintedTime | null } {
  const { reading, document, scope } = on
  const { text } = reading
  const first = finds[0] as QuantityFind
  const block = reading.segmentation.blocks[first.block] as Block
  const frames = frameStatement(text, finds)
  const times = usableTimes(text, first.statement, first.cues, scope.governingTime(block)?.time ?? scope.ownTime)
  const reads = readAll(frames, block, times, on)
  const byFrame = new Map(reads.map(r => [r.frame, r]))
  const goesOn = GOES_ON.test(text.slice(first.statement.start, first.statement.start + 24))
  const allLevels = levelsOn(document.date)
  const records: Unresolved[] = []
  const subjects = new Map<Frame, { subject: SubjectRead; level: LevelRead | null }>()
  for (const run of runs(frames)) {
    const head = run[0] as Frame
    const subject = readSubject(text, head, run.at(-1) as Frame, head.previous ? (subjects.get(head.previous)?.subject.side ?? null) : null)
    const above = head.link === 'until' && head.previous ? subjects.get(head.previous) : undefined
    const zones = zonesOf(head, run.at(-1) as Frame, subject)
    const levels = readLevels(run, zones, subject.phrase, allLevels)
    run.forEach((frame, i) => {
      const own = levels[i] ?? null
      subjects.set(frame, above && own === null ? above : { subject: above?.subject ?? subject, level: own })
    })
  }
  for (const read of reads) {
    const role = recordedRole(read, scope, block)
    if (role === null) continue
    const read2 = subjects.get(read.frame) as { subject: SubjectRead; level: LevelRead | null }
    const shown = read.time ?? (goesOn ? inherited : null)
    records.push(toRecord(read, role, shown, read2, block, on, byFrame))
  }
  const leading = [...reads].reverse().find(r => r.time && !r.time.own && r.time.span.end <= r.frame.find.span.start)?.time ?? (goesOn ? inherited : null)
  return { records, leading }
}

/** Where the levels of a run may be named: on the subject's side first. */
function zonesOf(first: Frame, last: Frame, subject: SubjectRead): Span[] {
  const before = { start: Math.max(first.left, first.clause.start), end: first.find.span.start }
  const behind = { start: last.find.span.end, end: Math.min(last.right, last.clause.end) }
  if (first !== last) return [before, behind]
  if (first.limitedBehind) return [behind, before]
  // Behind another value the words before belong to that one.
  return subject.side === 'before' ? [subject.zone, behind] : first.left > first.clause.start ? [subject.zone] : [subject.zone, before]
}

function toRecord(
  read: Read,
  role: Role,
  printed: PrintedTime | null,
  { subject, level: ownLevel }: { subject: SubjectRead; level: LevelRead | null },
  block: Block,
  on: Surroundings,
  all: ReadonlyMap<Frame, Read>,
): Unresolved {
  const { frame, measure, bound, change } = read
  const { find } = frame
  const { text } = on.reading
  const heading = printed ? null : (on.scope.noteTime(find.statement) ?? on.scope.governingTime(block))
  // A plan's own period is no time of what was reached before it.
  const ownTime = role === 'result' && on.scope.genre(block) !== 'report' ? null : on.scope.ownTime
  const time = printed?.time ?? heading?.time ?? ownTime
  const source = printed || (heading && on.scope.noteTime(find.statement)) ? 'statement' : heading ? 'heading' : time ? 'document' : null
  const baseline = readBaseline(frame, change !== null, [...all.values()], on.scope.ownTime)
  const recurrence = readRecurrence(text, frame)
  const hedge = cuesOf(frame, 'hedge').findLast(c => c.span.end <= find.span.start)
  const exception = cuesOf(frame, 'exception').find(c => c.span.start >= find.span.end && c.span.start < frame.clause.end)
  const label = find.statement.end - find.statement.start < SHORT_CELL ? on.scope.tables.label(block) : null
  const named = label ? { start: label.bodyStart, end: label.span.end } : subjectSpan(text, subject)
  const level = label ? levelsOfLabel(text, label, on.rulebook, levelsOn(on.document.date)) : ownLevel
  const evidence: Evidence = {}
  const note = (name: string, span: Span | null | undefined): void => {
    if (span) evidence[name] = span
  }
  note('comparator', bound.span)
  note('change', change?.span)
  note('deadline', printed?.span ?? heading?.span)
  note('baseline', baseline?.span)
  note('recurrence', recurrence?.span)
  note('levels', level?.span)
  note('hedged', hedge?.span)
  note('exception', exception?.span)
  note('subject', named)
  note('role', read.role.span)
  const isContext = role === 'context'
  return {
    block: find.block,
    role,
    value: measure.value,
    valueMax: measure.valueMax,
    unit: measure.unit,
    unitNoun: find.noun === null ? null : nounOf(find.noun, on.rulebook),
    denominator: measure.denominator,
    comparator: bound.comparator,
    change: change?.change ?? null,
    deadline: isContext && !printed ? null : time,
    deadlineSource: isContext && !printed ? null : source,
    recurrence: recurrence ? 'yearly' : null,
    levels: level ? [...level.levels] : null,
    baseline: baseline?.time ?? null,
    hedged: hedge !== undefined,
    subject: named ? text.slice(named.start, named.end) : null,
    indicator: null,
    indicatorScore: null,
    field: null,
    span: find.span,
    statement: find.statement,
    evidence,
    rule: find.ruleId,
  }
}

/**
 * Gives finds their meaning: value and unit, bound, change and its base, time (from the statement, else the governing line or heading, else the document), level,
 * and whether they are targets, results or context. Percentages are kept whatever they are; other numbers when they are committed to or reported.
 */
export function resolveTargets(finds: readonly QuantityFind[], reading: Reading, document: DocumentRecord, rulebook: Rulebook): Unresolved[] {
  const on: Surroundings = { reading, rulebook, document, scope: scopeOf(reading, document, rulebook), units: unitTable(rulebook) }
  const records: Unresolved[] = []
  let inherited: PrintedTime | null = null
  let lastBlock = -1
  for (let i = 0; i < finds.length; ) {
    const head = finds[i] as QuantityFind
    let j = i + 1
    while (finds[j]?.statement.start === head.statement.start) j++
    const result = resolveStatement(finds.slice(i, j), head.block === lastBlock ? inherited : null, on)
    records.push(...result.records)
    inherited = result.leading
    lastBlock = head.block
    i = j
  }
  return records
}
