import { runStatements } from './run-statements.js'

/** Code of the province, day and id in fixed widths: texts that sort as listings do, documents of no province last and without a date first. */
const sortKey = `coalesce(province_code, '~~') || coalesce(replace(cast(date as text), '-', ''), '        ') || id`

const sorted = ['target', 'citation', 'task'].flatMap(table => [
  `alter table ${table} add column sort_key text not null default ''`,
  `update ${table} set sort_key = (select ${sortKey.replace(/\b(province_code|date|id)\b/g, 'd.$1')} from document d where d.id = ${table}.document_id)`,
])

const statements = [
  ...sorted,
  // Without an index that has the order of a listing, the first page costs as much as the last.
  'create index document_listed on document(province_code, date, number, id)',
  'create index target_listed on target(sort_key, ordinal)',
  'drop index target_indicator',
  'create index target_indicator on target(indicator, sort_key, ordinal)',
  'drop index target_field',
  'create index target_field on target(field, sort_key, ordinal)',
  'drop index target_deadline',
  'create index target_deadline on target(deadline_end, sort_key, ordinal)',
  'create index citation_listed on citation(sort_key, ordinal)',
  'drop index citation_canonical_key',
  'create index citation_canonical_key on citation(canonical_key, sort_key, ordinal) where canonical_key is not null',
  'drop index citation_repaired_key',
  'create index citation_repaired_key on citation(repaired_key, sort_key, ordinal) where repaired_key is not null',
  'create index citation_name on citation(name, sort_key, ordinal) where name is not null',
  'create index citation_work_listed on citation(work_id, sort_key, ordinal) where work_id is not null',
  'create index citation_type on citation(type, sort_key, ordinal)',
  'create index citation_relation on citation(relation, sort_key, ordinal)',
  'create index work_named on work(family, symbol)',
  'create index task_listed on task(sort_key, kind desc, ordinal)',
  'drop index task_due',
  'create index task_due on task(due_end, sort_key, kind desc, ordinal)',
  // Folding a text at each question costs more than reading it: the words that questions compare are stored.
  'alter table task add column body_words text',
  `update task set body_words = vn_words(coalesce(lead, '') || ' ; ' || coalesce(support, ''))`,
  'alter table agency add column name_words text',
  'alter table agency add column quote_words text',
  'update agency set name_words = vn_words(name), quote_words = vn_words(quote)',
  'create index agency_name_words on agency(name_words, agency)',
  'create index agency_quote_words on agency(quote_words, agency)',
  'drop index agency_agency',
  'create index agency_agency on agency(agency, name, quote)',
  `create table target_words (
    id integer primary key, target_id text not null references target(id) on delete cascade, folded text not null)`,
  'create index target_words_target on target_words(target_id)',
  `create virtual table target_words_fts using fts5(folded, content='target_words', content_rowid='id', tokenize="unicode61 remove_diacritics 0")`,
  `create trigger target_words_added after insert on target_words begin
    insert into target_words_fts(rowid, folded) values (new.id, new.folded);
  end`,
  `create trigger target_words_removed after delete on target_words begin
    insert into target_words_fts(target_words_fts, rowid, folded) values ('delete', old.id, old.folded);
  end`,
  `insert into target_words (target_id, folded) select id, vn_words(statement || ' ' || coalesce(subject, '')) from target order by id`,
]

/** What makes a page of a listing cost what its rows cost, however many there are. */
export const listings = runStatements(statements)
