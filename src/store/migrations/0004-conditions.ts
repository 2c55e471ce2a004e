import { runStatements } from './run-statements.js'

/** What a target is for each of and out of, where it holds and what it leaves out. */
export const conditions = runStatements([
  ...['per', 'out_of', 'place', 'exception'].map(column => `alter table target add column ${column} text`),
  'drop view v_targets',
  `create view v_targets as
    select t.id, t.document_id, d.number as document, d.type as document_type, d.title as document_title, d.date as document_date,
      d.province_code, d.province, d.province_now, t.section, t.role, t.subject, t.comparator, t.value, t.value_max, t.unit, t.unit_noun, t.denominator,
      t.per, t.out_of, t.change, t.deadline, t.deadline_end, t.deadline_source, t.recurrence, t.levels, t.baseline, t.place, t.exception, t.hedged,
      t.indicator, t.indicator_score, i.name as indicator_name, t.field, t.statement, t.quote, t.span_start, t.span_end,
      t.statement_start, t.statement_end, t.evidence, t.rule, t.ordinal
    from target t join document d on d.id = t.document_id left join indicator i on i.id = t.indicator`,
])
