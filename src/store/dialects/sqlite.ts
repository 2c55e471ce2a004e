import { type Kysely, sql } from 'kysely'
import { isOfCurrent } from '../current-version.js'
import type { Dialect, PassageHit } from '../dialect.js'
import type { ReadDatabase } from '../schema.js'
import { findUnindexed, indexTogether } from './index-together.js'
import { mostRanked } from './most-ranked.js'
import { rankPassages } from './rank-passages.js'

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

/** The values of a list in JSON, for `in`. */
const listed: Dialect['listed'] = json => sql`(select value from json_each(${json}))`

interface Fitting {
  readonly id: number
  readonly folded: string
}

/** Pairs of neighbouring words, each once, as the index of pairs is asked for them. */
const pairsOf = (words: readonly string[]): string => [...new Set(words.slice(1).map((word, i) => `"${words[i]}_${word}"`))].join(' AND ')

/**
 * The first passages that fit, behind the one with this number. Of those that have all pairs of a phrase only a few do not have the phrase, their pairs standing apart; the index of
 * words would read the places of all words to say that there is none.
 */
async function fittingPassages(db: Kysely<ReadDatabase>, match: { readonly index: string; readonly terms: string }, after: number, allVersions: boolean) {
  const index = sql.table(match.index)
  const { rows } = await sql<Fitting>`
    select p.id, p.folded from ${index} f cross join passage p on p.id = f.rowid
    where ${index} match ${match.terms} and f.rowid > ${after} ${allVersions ? sql`` : sql`and ${isOfCurrent(sql`p.document_id`)}`}
    order by f.rowid limit ${mostRanked}`.execute(db)
  return rows
}

async function findPassages(
  db: Kysely<ReadDatabase>,
  words: readonly string[],
  by: 'phrase' | 'words',
  limit: number,
  allVersions: boolean,
): Promise<readonly PassageHit[]> {
  const isPhrase = by === 'phrase' && words.length > 1
  const match = isPhrase ? { index: 'passage_pairs_fts', terms: pairsOf(words) } : { index: 'passage_fts', terms: words.map(word => `"${word}"`).join(' AND ') }
  let ranked: Fitting[] = []
  let fitting: readonly Fitting[]
  // Pairs that stand apart in a whole page of passages are rare enough to go on behind it.
  let after = 0
  do {
    fitting = await fittingPassages(db, match, after, allVersions)
    ranked = rankPassages(fitting, isPhrase ? [words] : words.map(word => [word]))
    after = fitting.at(-1)?.id ?? after
  } while (ranked.length === 0 && fitting.length === mostRanked)
  const best = ranked.slice(0, limit)
  const { rows } = await sql<PassageHit & { readonly id: number }>`
    select p.id, p.document_id, d.number, d.province, d.province_now, s.path, p.span_start, p.span_end
    from passage p join document d on d.id = p.document_id left join section s on s.id = p.section_id
    where p.id in ${listed(JSON.stringify(best.map(passage => passage.id)))}`.execute(db)
  const hits = new Map(rows.map(({ id, ...hit }) => [id, hit]))
  return best.flatMap(({ id }) => hits.get(id) ?? [])
}

/** One file, one writer at a time: nothing to lock, and statements as the migrations have them. */
export const sqlite: Dialect = {
  name: 'sqlite',
  // Each transaction writes the same upper pages of 75 indexes, and a piece of the full text index that is merged later: 64 short documents in one cost less than half of 64 in their own.
  filesTogether: 96,
  // 32,766 parameters.
  rowsAStatement: 400,
  batchesOf,
  placeholder: () => '?',
  ddl: statements => statements,
  lock: async () => {},
  passages: findPassages,
  indexTogether,
  findUnindexed,
  sentences: (words, limit) => sql`
    select w.target_id from target_words_fts join target_words w on w.id = target_words_fts.rowid
    where target_words_fts match ${`"${words.join(' ')}"`} limit ${limit}`,
  listed,
  isFatal: error => /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|CANTOPEN|NOTADB|PERM|BUSY|NOMEM)/.test(String((error as { code?: string }).code ?? '')),
  isCollision: () => false,
}
