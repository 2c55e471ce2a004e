import type { AuditDocument } from '../../model/audit.js'
import { type Bilingual, say } from '../../model/bilingual.js'
import type { TargetRecord } from '../../model/extraction.js'
import { foldWords } from '../../model/fold.js'
import { groupBy } from '../../model/group.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { placeOf, shorten } from '../describe.js'
import { placeInVietnamese } from '../describe-in-vietnamese.js'

const comparatorWords: Readonly<Record<TargetRecord['comparator'], Bilingual>> = {
  gte: say('at least ', 'tối thiểu '),
  gt: say('more than ', 'trên '),
  lte: say('at most ', 'tối đa '),
  lt: say('less than ', 'dưới '),
  range: say('', ''),
  approx: say('about ', 'khoảng '),
  eq: say('', ''),
}

const amountOf = (target: TargetRecord): string => target.quote.replace(/^\D+/, '')
const shown = (target: TargetRecord): Bilingual =>
  say(`${comparatorWords[target.comparator].en}${amountOf(target)}`, `${comparatorWords[target.comparator].vi}${amountOf(target)}`)

/** "100% … (tối thiểu 40%)": the bracket holds the second value and its comparator, nothing else. */
function isBracketed(text: string, { span, evidence }: TargetRecord): boolean {
  const start = Math.min(span.start, evidence.comparator?.start ?? span.start)
  const end = Math.max(span.end, evidence.comparator?.end ?? span.end)
  return /[(]\s*$/.test(text.slice(0, start).slice(-3)) && /^\s*[)]/.test(text.slice(end, end + 3))
}

const isSameMeasure = (a: TargetRecord, b: TargetRecord): boolean =>
  a.unit === b.unit && a.change === b.change && a.deadline === b.deadline && a.recurrence === b.recurrence && String(a.levels) === String(b.levels)

function bracketConflicts(document: AuditDocument, targets: readonly TargetRecord[]): Draft[] {
  const { text } = document.extraction
  return targets.slice(1).flatMap((second, i): Draft[] => {
    const first = targets[i] as TargetRecord
    if (!isSameMeasure(first, second) || first.value === second.value || second.comparator === 'range' || !isBracketed(text, second)) return []
    return [
      {
        severity: 'warning',
        message: say(
          `One statement sets ${shown(first).en} and, in brackets, ${shown(second).en} for the same measure.`,
          `Một câu nêu ${shown(first).vi} và, trong ngoặc, ${shown(second).vi} cho cùng một chỉ tiêu.`,
        ),
        at: { document, span: second.span },
        related: [{ document, span: first.span }],
      },
    ]
  })
}

const times = new Set(['minutes', 'hours', 'days', 'working-days'])

/** A floor on a time that the same statement wants shorter. */
function floorsOnShorterTimes(document: AuditDocument, target: TargetRecord, tables: AuditTables): Draft[] {
  const { text } = document.extraction
  if (!times.has(target.unit) || target.comparator !== 'gte' || target.change !== null) return []
  const before = text.slice(target.statement.start, target.span.start)
  if (['shortened-time', 'time-measured'].some(use => tables.contexts(use, before).length === 0)) return []
  const message = say(`A statement that shortens times sets ${shown(target).en} as a floor.`, `Câu về rút ngắn thời gian lại đặt mức sàn: ${shown(target).vi}.`)
  return [{ severity: 'warning', message, at: { document, span: target.span } }]
}

/** A subject of fewer words ("doanh nghiệp", "tốc độ") may be any measure. */
const FEWEST_WORDS = 5

const measureKey = (target: TargetRecord): string => {
  const { subject, unit, unitNoun, deadline, levels, change, recurrence, baseline } = target
  return [foldWords(subject ?? ''), unit, unitNoun, deadline, levels, change, recurrence, baseline].join('|')
}

const isOtherValue = (a: TargetRecord, b: TargetRecord): boolean =>
  a.statement.start !== b.statement.start && (a.value !== b.value || a.valueMax !== b.valueMax)

/** A statement without the value itself: two that differ in another word or number may measure two things. */
const wordsBeside = (document: AuditDocument, { statement, span }: TargetRecord): string => {
  const { text } = document.extraction
  return foldWords(`${text.slice(statement.start, span.start)} ${text.slice(span.end, statement.end)}`.replace(/[^\p{L}\p{N}%]+/gu, ' '))
}

/** The same words, time and level in two statements, and two values. */
function repeatedConflicts(document: AuditDocument, targets: readonly TargetRecord[]): Draft[] {
  const told = targets.filter(({ subject, deadline }) => deadline !== null && foldWords(subject ?? '').split(' ').length >= FEWEST_WORDS)
  return [...groupBy(told, measureKey).values()].flatMap((list): Draft[] => {
    const first = list[0] as TargetRecord
    const other = list.find(target => isOtherValue(target, first) && wordsBeside(document, target) === wordsBeside(document, first))
    if (!other) return []
    return [twoStatements(document, first, other, other.subject ?? '')]
  })
}

function twoStatements(document: AuditDocument, first: TargetRecord, other: TargetRecord, measured: string): Draft {
  const subject = shorten(measured)
  const there = (target: TargetRecord): string => placeInVietnamese({ document, span: target.span }, target.section)
  const message = say(
    `"${subject}" is set at ${shown(other).en} ${placeOf(other)} and at ${shown(first).en} ${placeOf(first)}, both for ${first.deadline}.`,
    `“${subject}” nêu hai mức cho cùng thời hạn ${vietnameseTime(first.deadline as string)}: ${shown(other).vi} (${there(other)}) và ${shown(first).vi} (${there(first)}).`,
  )
  return { severity: 'warning', message, at: { document, span: other.span }, related: [{ document, span: first.span }] }
}

/** What is measured by a share, without the work that it is told with: "tỷ lệ hoạt động trực tuyến" of "xây dựng các chính sách để nâng tỷ lệ hoạt động trực tuyến". */
const SHARE = /^.*(?<!\p{L})(?=t[ỷỉ] lệ )/su
/** Fewer words behind a value do not tell what its share is of. */
const FEWEST_BEHIND = 5
/** How much of these words two statements must have in common. */
const LIKE = 0.65

const measuredShare = ({ subject }: TargetRecord): string => (subject !== null && SHARE.test(subject) ? subject.replace(SHARE, '') : '')

/** The words behind a value in its clause, which say what it is a share of. */
const wordsBehind = (document: AuditDocument, { statement, span }: TargetRecord): ReadonlySet<string> => {
  const [clause = ''] = document.extraction.text.slice(span.end, statement.end).split(/[;.]/)
  return new Set(
    foldWords(clause.replace(/[^\p{L}]+/gu, ' '))
      .split(' ')
      .filter(Boolean),
  )
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter(word => b.has(word)).length
  return both / Math.max(1, a.size + b.size - both)
}

/** One share of one thing in two statements that tell of different work, as in a plan and in the table of its tasks. */
function rewordedConflicts(document: AuditDocument, targets: readonly TargetRecord[]): Draft[] {
  const told = targets.filter(target => target.unit === 'percent' && target.deadline !== null && measuredShare(target).split(' ').length >= FEWEST_WORDS)
  const keyOf = (t: TargetRecord): string => [foldWords(measuredShare(t)), t.comparator, t.deadline, t.levels, t.change, t.recurrence, t.baseline].join('|')
  return [...groupBy(told, keyOf).values()].flatMap((list): Draft[] => {
    const first = list[0] as TargetRecord
    const behind = wordsBehind(document, first)
    if (behind.size < FEWEST_BEHIND) return []
    const other = list.find(
      t => isOtherValue(t, first) && foldWords(t.subject ?? '') !== foldWords(first.subject ?? '') && likeness(wordsBehind(document, t), behind) >= LIKE,
    )
    return other ? [twoStatements(document, first, other, measuredShare(first))] : []
  })
}

/** Two values for one measure. */
export const targetConflict: DocumentCheck = {
  id: 'target.conflict',
  name: say('Two values for one target', 'Một chỉ tiêu nêu hai mức'),
  about: 'One measure is given two values, in one statement or under the same words in two, or a floor stands where less is wanted.',
  scope: 'document',
  inspect: (document, tables) => {
    const targets = document.extraction.targets.filter(target => target.role === 'target')
    const statements = groupBy(targets, ({ statement }) => `${statement.start}-${statement.end}`)
    return [
      ...[...statements.values()].flatMap(list => bracketConflicts(document, list)),
      ...targets.flatMap(target => floorsOnShorterTimes(document, target, tables)),
      ...repeatedConflicts(document, targets),
      ...rewordedConflicts(document, targets),
    ]
  },
}
