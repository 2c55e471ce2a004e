import { runStatements } from './run-statements.js'

/** A trigger that puts a row into an index, unless the writer does it for all rows of the transaction; only this program has the function, as `vn_pairs`. */
const added = (trigger: string, table: string, index: string, column: string, text: string): readonly string[] => [
  `drop trigger ${trigger}_added`,
  `create trigger ${trigger}_added after insert on ${table} when vn_index_now() begin
    insert into ${index}(rowid, ${column}) values (new.id, ${text});
  end`,
]

/** A trigger that takes a row out of an index, if it is in it: to take out what is not there would spoil the index. */
const removed = (trigger: string, table: string, index: string, statement: string): readonly string[] => [
  `drop trigger ${trigger}_removed`,
  `create trigger ${trigger}_removed after delete on ${table} when exists (select 1 from ${index}_docsize where id = old.id) begin
    ${statement};
  end`,
]

/** A row of an index of the text of a table is taken out by its text, one of pairs by its number. */
const byText = (index: string): string => `insert into ${index}(${index}, rowid, folded) values ('delete', old.id, old.folded)`

/** Full text is indexed once a transaction: each statement and each savepoint made a piece of the index of its own, which was merged later. */
export const together = runStatements([
  ...added('passage', 'passage', 'passage_fts', 'folded', 'new.folded'),
  ...added('passage_pairs', 'passage', 'passage_pairs_fts', 'pairs', 'vn_pairs(new.folded)'),
  ...added('target_words', 'target_words', 'target_words_fts', 'folded', 'new.folded'),
  ...removed('passage', 'passage', 'passage_fts', byText('passage_fts')),
  ...removed('passage_pairs', 'passage', 'passage_pairs_fts', 'delete from passage_pairs_fts where rowid = old.id'),
  ...removed('target_words', 'target_words', 'target_words_fts', byText('target_words_fts')),
])
