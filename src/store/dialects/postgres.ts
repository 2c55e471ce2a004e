import { type RawBuilder, sql } from 'kysely'
import { isOfCurrent } from '../current-version.js'
import type { Dialect, PassageHit } from '../dialect.js'
import { mostRanked } from './most-ranked.js'
import { postgresDdl } from './postgres-ddl.js'

/** A query of the full text index. `chitieu` is the configuration that migration 1 makes. */
const wordsQuery = (words: readonly string[], by: 'phrase' | 'words'): RawBuilder<unknown> =>
  by === 'phrase' ? sql`phraseto_tsquery('chitieu', ${words.join(' ')})` : sql`plainto_tsquery('chitieu', ${words.join(' ')})`

/** 65,535 parameters. */
const mostRows = 1000

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

export const postgres: Dialect = {
  name: 'postgres',
  // Several write at once: the locks of many documents in one transaction would be taken in any order.
  filesTogether: 1,
  rowsAStatement: mostRows,
  batchesOf: count => Array.from({ length: Math.ceil(count / mostRows) }, (_, i) => Math.min(mostRows, count - i * mostRows)),
  placeholder: n => `$${n}`,
  ddl: postgresDdl,
  async lock(tx, names) {
    // In one order, so that two writers never wait for each other.
    for (const name of [...new Set(names)].sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${`chitieu:${name}`}, 0))`.execute(tx)
  },
  passages: async (db, words, by, limit, allVersions) => {
    const { rows } = await sql<PassageHit>`
    select h.document_id, d.number, d.province, d.province_now, s.path, h.span_start, h.span_end
    from (
      select p.*, ts_rank_cd(p.words, ${wordsQuery(words, by)}, 1) as rank
      from (
        select * from passage where words @@ ${wordsQuery(words, by)}
          ${allVersions ? sql`` : sql`and ${isOfCurrent(sql`passage.document_id`)}`}
        limit ${mostRanked}) p
      order by rank desc, p.document_id, p.ordinal limit ${limit}
    ) h join document d on d.id = h.document_id left join section s on s.id = h.section_id
    order by h.rank desc, h.document_id, h.ordinal`.execute(db)
    return rows
  },
  indexTogether: (_tx, work) => work(),
  findUnindexed: async () => [],
  sentences: (words, limit) => sql`select target_id from target_words where words @@ ${wordsQuery(words, 'phrase')} limit ${limit}`,
  listed: json => sql`(select json_array_elements_text(${json}::json))`,
  // Classes of SQLSTATE: 08 connection, 28 authorization, 3D no database, 53 resources, 57P server shut down, 58 system error; and the driver's own.
  isFatal: error =>
    /^(08|28|3D|53|57P|58)/.test(codeOf(error)) ||
    /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND)$/.test(codeOf(error)) ||
    /^Connection terminated|^timeout exceeded when trying to connect/.test(String((error as Error | null)?.message ?? '')),
  // Serialization failure, deadlock, lock not available; a work that another writer took away, or stored first.
  isCollision: error => ['40001', '40P01', '55P03', '23503', '23505'].includes(codeOf(error)),
}
