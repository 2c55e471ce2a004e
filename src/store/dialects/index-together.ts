import { type Kysely, sql, type Transaction } from 'kysely'
import type { ReadDatabase } from '../schema.js'

/** A full text index of FTS5, the rows whose text it holds, and the term of SQL that gives it. */
interface TextIndex {
  readonly name: string
  readonly table: 'passage' | 'target_words'
  readonly column: string
  readonly text: string
}

const textIndexes: readonly TextIndex[] = [
  { name: 'passage_fts', table: 'passage', column: 'folded', text: 'folded' },
  { name: 'passage_pairs_fts', table: 'passage', column: 'pairs', text: 'vn_pairs(folded)' },
  { name: 'target_words_fts', table: 'target_words', column: 'folded', text: 'folded' },
]

/** Connections, by what is their own in every part of a transaction, on which inserted rows wait for the end of it. */
const waiting = new WeakSet<object>()

const connectionOf = (db: Kysely<ReadDatabase>): object => db.getExecutor().adapter

/** What the SQL function `vn_index_now` answers triggers: whether a row goes into the index with the statement that inserts it. */
export const indexesNow = (adapter: object): 0 | 1 => (waiting.has(adapter) ? 0 : 1)

/** The index has one row for each text that it holds: those that wait were inserted last, behind all of them. */
const index = ({ name, table, column, text }: TextIndex) =>
  sql.raw(`insert into ${name}(rowid, ${column}) select id, ${text} from ${table} where id > (select coalesce(max(id), 0) from ${name}_docsize) order by id`)

/**
 * Runs a transaction whose texts are indexed all together at its end: FTS5 writes what it has gathered at every savepoint, so that by document and table each is a
 * piece of the index of its own, to be merged later. Rows that a part took back are not there any more; rows that left again were never in the index, which
 * the triggers that take them out know.
 */
export async function indexTogether<T>(tx: Transaction<ReadDatabase>, work: () => Promise<T>): Promise<T> {
  const connection = connectionOf(tx)
  waiting.add(connection)
  try {
    const result = await work()
    for (const its of textIndexes) await index(its).execute(tx)
    return result
  } finally {
    waiting.delete(connection)
  }
}

/** Rows whose text an index lacks, by index and document. */
export async function findUnindexed(db: Kysely<ReadDatabase>): Promise<{ index: string; table: string; documentId: string; rows: number }[]> {
  const found = []
  for (const { name, table } of textIndexes) {
    const documentId = sql.raw(table === 'passage' ? 't.document_id' : '(select document_id from target where target.id = t.target_id)')
    const { rows } = await sql<{ documentId: string; rows: number }>`
      select ${documentId} as "documentId", count(*) as rows from ${sql.table(table)} t
      where not exists (select 1 from ${sql.table(`${name}_docsize`)} d where d.id = t.id) group by 1 order by 1`.execute(db)
    found.push(...rows.map(row => ({ index: name, table, ...row })))
  }
  return found
}
