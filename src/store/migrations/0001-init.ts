import { runStatements } from './run-statements.js'

/** The names are a public interface: a later migration may add, never rename. */
const placed = `
  id text primary key,
  document_id text not null references document(id) on delete cascade,
  section_id text references section(id),
  section text,
  ordinal integer not null,
  quote text not null,
  span_start integer not null,
  span_end integer not null,
  rule text not null`

const statements = [
  `create table document (
    id text primary key, sha256 text not null, file text, format text not null, encoding text not null,
    number text, number_key text, type text, title text, issuer text, province_code text, province text, province_now text, place text,
    date text, effective_date text, signer text, signer_title text, period text,
    recipients text, attachments text not null, evidence text not null, work_id text references work(id),
    text text not null, pages text, rulebook_hash text not null, extractor_version text not null)`,
  'create index document_number_key on document(number_key)',
  'create index document_province on document(province, date)',
  'create index document_work on document(work_id)',
  `create table source_file (
    path text primary key, file text not null, document_id text references document(id) on delete set null, sha256 text,
    status text not null check (status in ('stored', 'failed')), code text, message text, hint text)`,
  'create index source_file_document on source_file(document_id)',
  `create table document_history (
    id integer primary key, path text not null, document_id text not null, number text, sha256 text not null,
    rulebook_hash text not null, extractor_version text not null, replaced_by text not null)`,
  `create table section (
    id text primary key, document_id text not null references document(id) on delete cascade, ordinal integer not null,
    no integer not null, parent_no integer, kind text not null, label text not null, title text, path text not null, depth integer not null,
    span_start integer not null, span_end integer not null)`,
  'create index section_document on section(document_id, ordinal)',
  `create table target (${placed},
    role text not null, value real not null, value_max real, unit text not null, unit_noun text, denominator real,
    comparator text not null, change text, deadline text, deadline_end text, deadline_source text, recurrence text, levels text, baseline text,
    hedged integer not null, subject text, indicator text, indicator_score real, field text,
    statement text not null, statement_start integer not null, statement_end integer not null, evidence text not null)`,
  'create index target_document on target(document_id, ordinal)',
  'create index target_section on target(section_id)',
  'create index target_indicator on target(indicator, role, deadline_end)',
  'create index target_deadline on target(role, deadline_end)',
  'create index target_field on target(field, role)',
  `create table work (
    id text primary key, family text not null, symbol text not null, dated text, province text, exact integer not null)`,
  'create index work_symbol on work(symbol, family, exact)',
  `create table citation (${placed},
    type text, canonical text, canonical_key text, repaired text, repaired_key text, repair_reason text, name text, date text, date_source text,
    issuer text, pinpoint text, relation text not null, self integer not null, work_id text references work(id),
    key_start integer not null, key_end integer not null, evidence text not null)`,
  'create index citation_document on citation(document_id, ordinal)',
  'create index citation_section on citation(section_id)',
  'create index citation_work on citation(work_id)',
  'create index citation_canonical_key on citation(canonical_key)',
  'create index citation_repaired_key on citation(repaired_key)',
  `create table task (${placed},
    kind text not null check (kind in ('table', 'assignment')), task_group text, no text, task text not null, lead text, support text, due text, due_date text, due_end text, product text, note text, role text)`,
  'create index task_document on task(document_id, ordinal)',
  'create index task_section on task(section_id)',
  'create index task_due on task(due_end)',
  `create table agency (${placed}, name text not null, agency text, level text, province text, duty text)`,
  'create index agency_document on agency(document_id, ordinal)',
  'create index agency_section on agency(section_id)',
  'create index agency_agency on agency(agency)',
  `create table cross_reference (${placed},
    pinpoint text, host text, targets text not null, part integer, resolved integer not null)`,
  'create index cross_reference_document on cross_reference(document_id, ordinal)',
  'create index cross_reference_section on cross_reference(section_id)',
  `create table diagnostic (
    id text primary key, document_id text not null references document(id) on delete cascade, ordinal integer not null,
    code text not null, severity text not null, message text not null, span_start integer, span_end integer)`,
  'create index diagnostic_document on diagnostic(document_id, ordinal)',
  `create table passage (
    id integer primary key, document_id text not null references document(id) on delete cascade, section_id text references section(id),
    ordinal integer not null, span_start integer not null, span_end integer not null, folded text not null)`,
  'create index passage_document on passage(document_id, ordinal)',
  'create index passage_section on passage(section_id)',
  `create table province (
    id text primary key, code text not null, name text not null, unit text not null, aliases text not null,
    valid_from text, valid_to text, successor text, predecessors text not null)`,
  'create table indicator (id text primary key, field text, name text not null, unit text, better text)',

  `create virtual table passage_fts using fts5(folded, content='passage', content_rowid='id', tokenize="unicode61 remove_diacritics 0")`,
  `create trigger passage_added after insert on passage begin
    insert into passage_fts(rowid, folded) values (new.id, new.folded);
  end`,
  `create trigger passage_removed after delete on passage begin
    insert into passage_fts(passage_fts, rowid, folded) values ('delete', old.id, old.folded);
  end`,

  `create view v_targets as
    select t.id, t.document_id, d.number as document, d.type as document_type, d.title as document_title, d.date as document_date,
      d.province_code, d.province, d.province_now, t.section, t.role, t.subject, t.comparator, t.value, t.value_max, t.unit, t.unit_noun, t.denominator,
      t.change, t.deadline, t.deadline_end, t.deadline_source, t.recurrence, t.levels, t.baseline, t.hedged,
      t.indicator, t.indicator_score, i.name as indicator_name, t.field, t.statement, t.quote, t.span_start, t.span_end,
      t.statement_start, t.statement_end, t.evidence, t.rule, t.ordinal
    from target t join document d on d.id = t.document_id left join indicator i on i.id = t.indicator`,
  `create view v_citations as
    select r.*, (select min(cited.id) from document cited where cited.work_id = r.resolved_work_id) as cited_document_id
    from (
      select c.id, c.document_id, d.number as document, d.type as document_type, d.date as document_date, d.province_code, d.province, d.province_now,
        c.section, c.relation, c.type, c.canonical, c.canonical_key, c.repaired, c.repaired_key, c.repair_reason, c.name, c.date, c.date_source, c.issuer, c.pinpoint, c.self, c.work_id,
        case when w.exact = 1 then w.id else coalesce(
          (select case when count(distinct x.id) = 1 then min(x.id) end
             from citation o join work x on x.id = o.work_id
             where o.document_id = c.document_id and x.symbol = w.symbol and x.family = w.family and x.exact = 1 and (w.province is null or x.province = w.province)),
          (select case when count(*) = 1 then min(x.id) end
             from work x where x.symbol = w.symbol and x.family = w.family and x.exact = 1 and (w.province is null or x.province = w.province)
               and (w.dated is null or x.dated = w.dated))) end as resolved_work_id,
        c.quote, c.span_start, c.span_end, c.key_start, c.key_end, c.evidence, c.rule, c.ordinal
      from citation c join document d on d.id = c.document_id left join work w on w.id = c.work_id) r`,
]

export const init = runStatements(statements)
