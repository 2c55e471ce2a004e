import type { TargetRecord } from '../model/extraction.js'
import type { Span } from '../model/text.js'
import type { TargetTable } from './schema.js'

/** What a target is beyond its place: the columns that the table and the view share. */
export type TargetColumns = Omit<
  TargetTable,
  'id' | 'document_id' | 'section_id' | 'section' | 'ordinal' | 'quote' | 'span_start' | 'span_end' | 'rule' | 'statement' | 'sort_key'
>

/** The fields of a target's record beyond its place. */
export type TargetFields = Omit<TargetRecord, 'section' | 'quote' | 'span' | 'rule'>

/** The levels that a value is for, as a column lists them. */
export const levelsOf = ({ levels }: Pick<TargetColumns, 'levels'>): TargetRecord['levels'] =>
  levels === null ? null : (levels.split(', ').filter(Boolean) as TargetRecord['levels'])

/** Reads a target's columns back into the fields of its record: the one mapping of this direction. Columns hold what the schema checked before they were written. */
export const targetFields = (t: TargetColumns): TargetFields =>
  ({
    role: t.role,
    value: t.value,
    valueMax: t.value_max,
    unit: t.unit,
    unitNoun: t.unit_noun,
    denominator: t.denominator,
    per: t.per,
    outOf: t.out_of,
    comparator: t.comparator,
    change: t.change,
    deadline: t.deadline,
    deadlineSource: t.deadline_source,
    recurrence: t.recurrence,
    levels: levelsOf(t),
    baseline: t.baseline,
    place: t.place,
    exception: t.exception,
    hedged: t.hedged === 1,
    subject: t.subject,
    indicator: t.indicator,
    indicatorScore: t.indicator_score,
    field: t.field,
    statement: { start: t.statement_start, end: t.statement_end },
    evidence: JSON.parse(t.evidence) as Record<string, Span>,
  }) as TargetFields
