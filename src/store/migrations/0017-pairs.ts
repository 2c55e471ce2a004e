import { runStatements } from './run-statements.js'

/**
 * Pairs of neighbouring words, by which a phrase is found: that words which stand nearly everywhere stand nowhere side by side takes a way through all their
 * places in the index of words, and a look at a pair that is rare here. Documents alone, no places: half of the other index. Texts are its own program's
 * (`vn_pairs`), so that they need no Unicode to be parted.
 */
export const pairs = runStatements([
  `create virtual table passage_pairs_fts using fts5(pairs, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'")`,
  `create trigger passage_pairs_added after insert on passage begin
    insert into passage_pairs_fts(rowid, pairs) values (new.id, vn_pairs(new.folded));
  end`,
  `create trigger passage_pairs_removed after delete on passage begin
    delete from passage_pairs_fts where rowid = old.id;
  end`,
  'insert into passage_pairs_fts(rowid, pairs) select id, vn_pairs(folded) from passage order by id',
])
