import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isOfCurrent } from '../current-version.js'
import type { Dialect, PassageHit } from '../dialect.js'
import type { ReadDatabase } from '../schema.js'
import { mostRanked } from './most-ranked.js'

/** Rows of the longest statement that inserts: a longer one saves nothing. */
const mostInserted = 64

/** Fewer rows than this are one statement. */
const fewInserted = 8

/** Powers of two and a rest, so that few statements, which are kept prepared, serve any number of rows. */
function batchesOf(count: number): number[] {
  const batches = Array.from({ length: Math.floor(count / mostInserted) }, () => mostInserted)
  for (let size = mostInserted / 2; size >= fewInserted; size /= 2) if ((count & size) !== 0) batches.push(size)
  const rest = count % fewInserted
  return rest === 0 ? batches : [...batches, rest]
}

/** How much of a passage is what was asked for, where the index would have to weigh all passages to say more. */
function densityOf(terms: readonly string[]): RawBuilder<number> {
  const lengths = terms.map(term => sql`length(p.folded) - length(replace(p.folded, ${term}, ''))`)
  return sql<number>`(${sql.join(lengths, sql` + `)}) / (length(p.folded) + 200.0)`
}

/** Passages by the index's own rank; where the words stand in very many, the first of these by how dense the words are. */
async function findPassages(
  db: Kysely<ReadDatabase>,
  words: readonly string[],
  by: 'phrase' | 'words',
  limit: number,
  allVersions: boolean,
): Promise<readonly PassageHit[]> {
  const match = by === 'phrase' ? `"${words.join(' ')}"` : words.map(word => `"${word}"`).join(' AND ')
  const fitting = sql`select rowid from passage_fts where passage_fts match ${match} limit`
  const { rows: counted } = await sql<{ count: number }>`select count(*) as count from (${fitting} ${mostRanked + 1})`.execute(db)
  const count = counted[0]?.count ?? 0
  // To find that there is none costs a way through the index, which need not be gone twice.
  if (count === 0) return []
  const ranked =
    count <= mostRanked
      ? sql`select rowid as id, bm25(passage_fts) as rank from passage_fts where passage_fts match ${match}`
      : sql`select p.id, -${densityOf(by === 'phrase' ? [words.join(' ')] : words)} as rank from (${fitting} ${mostRanked}) f join passage p on p.id = f.rowid`
  const { rows } = await sql<PassageHit>`
    select p.document_id, d.number, d.province, d.province_now, s.path, p.span_start, p.span_end
    from (${ranked}) r join passage p on p.id = r.id join document d on d.id = p.document_id left join section s on s.id = p.section_id
    ${allVersions ? sql`` : sql`where ${isOfCurrent(sql`p.document_id`)}`}
    order by r.rank, p.document_id, p.ordinal limit ${limit}`.execute(db)
  return rows
}

/** One file, one writer at a time: nothing to lock, and statements as the migrations have them. */
export const sqlite: Dialect = {
  name: 'sqlite',
  // Each transaction writes the same upper pages of 75 indexes, and a piece of the full text index that is merged later: 64 short documents in one cost less than half of 64 in their own.
  filesTogether: 64,
  // 32,766 parameters.
  rowsAStatement: 400,
  batchesOf,
  placeholder: () => '?',
  ddl: statements => statements,
  lock: async () => {},
  passages: findPassages,
  sentences: (words, limit) => sql`
    select w.target_id from target_words_fts join target_words w on w.id = target_words_fts.rowid
    where target_words_fts match ${`"${words.join(' ')}"`} limit ${limit}`,
  listed: json => sql`(select value from json_each(${json}))`,
  isFatal: error => /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|CANTOPEN|NOTADB|PERM|BUSY|NOMEM)/.test(String((error as { code?: string }).code ?? '')),
  isCollision: () => false,
}
