import type { AgencyRecord, CitationRecord, Extraction, SectionRecord, TargetRecord, TaskRecord } from '../src/model/extraction.js'
import type { Span } from '../src/model/text.js'

/** One extracted record as a line that people can read and tools can compare. */
export interface RecordLine {
  readonly kind: string
  readonly span: Span
  /** All that was read, without offsets: equal lines are equal records. */
  readonly line: string
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
const quoted = (text: string): string => `«${flat(text)}»`

/** Joins what is stated; what is null leaves no trace. */
const join = (...parts: readonly (string | null | false)[]): string => parts.filter(part => part !== null && part !== false && part !== '').join(' · ')

const named = (name: string, value: string | number | null): string | null => (value === null ? null : `${name} ${value}`)

function target(record: TargetRecord): string {
  const range = record.valueMax === null ? String(record.value) : `${record.value}..${record.valueMax}`
  return join(
    record.section ?? '-',
    record.role,
    `${record.comparator} ${range} ${record.unit}${record.unitNoun === null ? '' : ` (${record.unitNoun})`}`,
    named('of', record.denominator),
    named('per', record.per),
    named('out of', record.outOf),
    record.change,
    record.deadline === null ? null : `by ${record.deadline} (${record.deadlineSource})`,
    record.recurrence,
    record.levels && `levels ${record.levels.join(', ')}`,
    named('from', record.baseline),
    named('at', record.place),
    named('but', record.exception),
    record.hedged && 'hedged',
    named('indicator', record.indicator),
    named('field', record.field),
    record.subject === null ? null : flat(record.subject),
    quoted(record.quote),
  )
}

function citation(record: CitationRecord): string {
  return join(
    record.section ?? '-',
    record.relation,
    record.type,
    record.canonical,
    named('read as', record.repaired),
    record.name === null ? null : flat(record.name),
    record.date === null ? null : `of ${record.date} (${record.dateSource})`,
    record.issuer === null ? null : `by ${flat(record.issuer)}`,
    named('at', record.pinpoint),
    record.self && 'self',
    quoted(record.quote),
  )
}

const section = (record: SectionRecord): string => join(record.path, record.kind, record.title === null ? null : flat(record.title))

const task = (record: TaskRecord): string =>
  join(
    record.section ?? '-',
    record.group,
    record.no,
    flat(record.task),
    named('lead', record.lead),
    named('support', record.support),
    named('due', record.dueDate ?? record.due),
  )

const agency = (record: AgencyRecord): string => join(record.section ?? '-', flat(record.name), record.id, record.level, quoted(record.quote))

/** Every record of an extraction as a line, in the order of the text within each kind. */
export function recordLines(extraction: Extraction): RecordLine[] {
  const lines = <T extends { readonly span: Span }>(kind: string, records: readonly T[], show: (record: T) => string): RecordLine[] =>
    records.map(record => ({ kind, span: record.span, line: show(record) }))
  return [
    ...lines('section', extraction.sections, section),
    ...lines('target', extraction.targets, target),
    ...lines('citation', extraction.citations, citation),
    ...lines('task', extraction.tasks, task),
    ...lines('agency', extraction.agencies, agency),
  ]
}
