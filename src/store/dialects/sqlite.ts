import { sql } from 'kysely'
import type { Dialect, PassageHit } from '../dialect.js'

/** Rows of the longest statement that inserts: a longer one saves nothing. */
const mostInserted = 64

/** Powers of two, so that few statements, which are kept prepared, serve any number of rows. */
function batchesOf(count: number): number[] {
  const batches = Array.from({ length: Math.floor(count / mostInserted) }, () => mostInserted)
  for (let size = mostInserted / 2; size >= 1; size /= 2) if ((count & size) !== 0) batches.push(size)
  return batches
}

/** One file, one writer at a time: nothing to lock, and statements as the migrations have them. */
export const sqlite: Dialect = {
  name: 'sqlite',
  // 32,766 parameters.
  rowsAStatement: 400,
  batchesOf,
  placeholder: () => '?',
  ddl: statements => statements,
  lock: async () => {},
  passages(words, by, limit, allVersions) {
    const match = by === 'phrase' ? `"${words.join(' ')}"` : words.map(word => `"${word}"`).join(' AND ')
    return sql<PassageHit>`
      select p.document_id, d.number, d.province, d.province_now, s.path, p.span_start, p.span_end
      from passage_fts join passage p on p.id = passage_fts.rowid join document d on d.id = p.document_id left join section s on s.id = p.section_id
      where passage_fts match ${match} ${allVersions ? sql`` : sql`and d.current = 1`}
      order by bm25(passage_fts), p.document_id, p.ordinal limit ${limit}`
  },
  sentences: (words, limit) => sql`
    select w.target_id from target_words_fts join target_words w on w.id = target_words_fts.rowid
    where target_words_fts match ${`"${words.join(' ')}"`} limit ${limit}`,
  listed: json => sql`(select value from json_each(${json}))`,
  isFatal: error => /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|CANTOPEN|NOTADB|PERM)/.test(String((error as { code?: string }).code ?? '')),
  isCollision: () => false,
}
