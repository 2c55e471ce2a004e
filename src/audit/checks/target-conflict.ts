import type { AuditDocument } from '../../model/audit.js'
import type { TargetRecord } from '../../model/extraction.js'
import type { DocumentCheck, Draft } from '../check.js'
import { groupBy } from '../mentions.js'

const comparatorWords: Readonly<Record<TargetRecord['comparator'], string>> = {
  gte: 'at least ',
  gt: 'more than ',
  lte: 'at most ',
  lt: 'less than ',
  range: '',
  approx: 'about ',
  eq: '',
}

const shown = (target: TargetRecord): string => `${comparatorWords[target.comparator]}${target.quote.replace(/^\D+/, '')}`

/** "100% … (tối thiểu 40%)": the bracket closes right behind the second value and holds nothing but it. */
function isBracketed(text: string, target: TargetRecord): boolean {
  return /\((?:\s*(?:tối thiểu|ít nhất|tối đa|trên|đạt|khoảng)){0,2}\s*$/i.test(text.slice(Math.max(0, target.span.start - 30), target.span.start)) ||
    (/^\(/.test(target.quote) && /\)$/.test(target.quote))
    ? /^\s*\)/.test(text.slice(target.span.end, target.span.end + 3)) || target.quote.endsWith(')')
    : false
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
        message: `One statement sets ${shown(first)} and, in brackets, ${shown(second)} for the same measure.`,
        at: { document, span: second.span },
        related: [{ document, span: first.span }],
      },
    ]
  })
}

const times = new Set(['minutes', 'hours', 'days', 'working-days'])

/** A floor on a time that the same statement wants shorter. */
function floorsOnShorterTimes(document: AuditDocument, target: TargetRecord): Draft[] {
  const { text } = document.extraction
  if (!times.has(target.unit) || target.comparator !== 'gte' || target.change !== null) return []
  const before = text.slice(target.statement.start, target.span.start)
  if (!/(giảm|rút ngắn) thời gian/i.test(before) || !/thời gian[^.;]{0,80}$/i.test(before)) return []
  return [{ severity: 'warning', message: `A statement that shortens times sets ${shown(target)} as a floor.`, at: { document, span: target.span } }]
}

/** Two values for one measure in one statement. */
export const targetConflict: DocumentCheck = {
  id: 'target.conflict',
  about: 'One statement sets two values for one measure, or a floor where it wants less.',
  scope: 'document',
  inspect: document => {
    const targets = document.extraction.targets.filter(target => target.role === 'target')
    const statements = groupBy(targets, ({ statement }) => `${statement.start}-${statement.end}`)
    return [...[...statements.values()].flatMap(list => bracketConflicts(document, list)), ...targets.flatMap(target => floorsOnShorterTimes(document, target))]
  },
}
