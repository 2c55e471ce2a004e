import type Sqlite from 'better-sqlite3'
import { workKey } from '../src/model/work-key.js'
import { numberKey } from '../src/store/number-key.js'
import type { ProvincePeriod } from '../src/store/province-time.js'
import { SqliteDriver } from '../src/store/sqlite-driver.js'
import { documentId } from '../src/store/to-rows.js'
import { wordPairs } from '../src/store/word-pairs.js'
import { identityOf, renumbered } from './many-documents.js'

/** The tables of a document's rows, those that others refer to first. */
const tables = ['section', 'target', 'citation', 'task', 'agency', 'cross_reference', 'abbreviation', 'diagnostic', 'passage', 'target_words'] as const

/** How a copy's column is made of the row `t` of the document `m.old`; what is not named is taken as it is. */
const made: Readonly<Record<string, string>> = {
  id: 'm.new || substr(t.id, 17)',
  document_id: 'm.new',
  section_id: 'm.new || substr(t.section_id, 17)',
  target_id: 'm.new || substr(t.target_id, 17)',
  sort_key: 'm.sort_key',
  canonical: 'renumbered(t.canonical, m.n + t.ordinal)',
  canonical_key: 'number_key(renumbered(t.canonical, m.n + t.ordinal))',
  work_id: 'renumbered_work(t.work_id, m.n + t.ordinal)',
}

type Entry = { readonly name: string; readonly sql: string }

/** Runs `work` without the indexes and triggers of a database, which are made anew of all rows afterwards. */
function withoutIndexes(db: Sqlite.Database, work: () => void): void {
  const kept = db.prepare("select name, sql, type from sqlite_master where type in ('index', 'trigger') and sql is not null").all() as (Entry & {
    type: string
  })[]
  for (const { name, type } of kept) db.exec(`drop ${type} "${name}"`)
  work()
  for (const { sql } of kept) db.exec(sql)
  for (const table of ['passage_fts', 'target_words_fts']) db.exec(`insert into ${table}(${table}) values ('rebuild')`)
  db.exec(
    'insert into passage_pairs_fts(rowid, pairs) select id, vn_pairs(folded) from passage where id > (select coalesce(max(id), 0) from passage_pairs_fts_docsize)',
  )
}

/** The works that copies cite: the number of a provincial one is another in each. */
function citedWorks(db: Sqlite.Database): { readonly rename: (id: unknown, n: unknown) => string | null; readonly write: () => void } {
  const known = new Map((db.prepare('select id from work').pluck().all() as string[]).map(id => [id, id]))
  return {
    rename(id, n) {
      if (typeof id !== 'string') return null
      const [family, symbol = '', ...rest] = id.split('|')
      const other = [family, renumbered(symbol, Number(n)), ...rest].join('|')
      if (!known.has(other)) known.set(other, id)
      return other
    },
    write() {
      const copy = db.prepare('insert or ignore into work select ?, family, ?, dated, province, exact from work where id = ?')
      for (const [id, of] of known) if (id !== of) copy.run(id, id.split('|')[1], of)
    },
  }
}

function makeMap(db: Sqlite.Database, provinces: readonly ProvincePeriod[], from: number, to: number): void {
  db.exec(
    'create temp table map (n integer primary key, old text, new text, sha256 text, number text, number_key text, code text, province text, date text, sort_key text, work_id text)',
  )
  const bases = db.prepare('select id, type, issuer from document order by id').all() as { id: string; type: string | null; issuer: string | null }[]
  const put = db.prepare('insert into map values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const putWork = db.prepare('insert or ignore into work values (?, ?, ?, ?, ?, ?)')
  for (let n = from; n < to; n++) {
    const base = bases[n % bases.length] as (typeof bases)[number]
    const { sha256, number, province, date } = identityOf(provinces, n)
    const work = workKey({ type: base.type, canonical: number, repaired: null, name: null, date, issuer: null }, province.name)
    if (work) putWork.run(work.key, work.family, work.symbol, work.when, work.province, work.exact ? 1 : 0)
    const id = documentId(sha256)
    const sortKey = `${province.code}${date.replaceAll('-', '')}${id}`
    put.run(n, base.id, id, sha256, number, numberKey(number), province.code, province.name, date, sortKey, work?.key ?? null)
  }
}

/** The copies' own rows of `document` and `source_file`. */
function copyOwnRows(db: Sqlite.Database): void {
  const columns = db.prepare("select name from pragma_table_info('document')").pluck().all() as string[]
  const own: Readonly<Record<string, string>> = {
    id: 'm.new',
    sha256: 'm.sha256',
    file: "m.n || '.txt'",
    number: 'm.number',
    number_key: 'm.number_key',
    province_code: 'm.code',
    province: 'm.province',
    date: 'm.date',
    work_id: 'm.work_id',
    // None is a version of another.
    identity: "m.work_id || '|' || m.new",
  }
  db.exec(`insert into document (${columns}) select ${columns.map(c => own[c] ?? `t."${c}"`)} from temp.map m cross join document t on t.id = m.old`)
  db.exec("insert into source_file (path, file, document_id, sha256, status) select n || '.txt', n || '.txt', new, sha256, 'stored' from temp.map")
}

/**
 * Fills a database of few documents, written by the real writer, up to `to` documents: copies of their rows by one statement a table, each document
 * with another number, province and day and other numbers of the provincial documents it cites. Texts and findings are those of the originals.
 */
export function fillUp(file: string, provinces: readonly ProvincePeriod[], from: number, to: number): void {
  const db = new SqliteDriver(file)
  try {
    for (const setting of ['journal_mode = off', 'synchronous = off', 'foreign_keys = off', 'cache_size = -262144', 'temp_store = file']) db.pragma(setting)
    const works = citedWorks(db)
    db.function('renumbered', { deterministic: true }, (text: unknown, n: unknown) => (typeof text === 'string' ? renumbered(text, Number(n)) : null))
    db.function('vn_pairs', { deterministic: true }, folded => wordPairs(folded as string))
    db.function('number_key', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? numberKey(text) : null))
    db.function('renumbered_work', { deterministic: true }, works.rename)
    withoutIndexes(db, () => {
      db.exec('begin')
      makeMap(db, provinces, from, to)
      for (const table of tables) {
        const ofDocument = table === 'target_words' ? 'substr(target_id, 1, 16)' : 'document_id'
        db.exec(`create temp table base as select *, ${ofDocument} as of_document from ${table}; create index temp.base_of on base(of_document)`)
        const info = db.prepare(`select name, type from pragma_table_info('${table}')`).all() as { name: string; type: string }[]
        const columns = info.filter(({ name, type }) => !(name === 'id' && /integer/i.test(type))).map(column => column.name)
        db.exec(
          `insert into ${table} (${columns.map(c => `"${c}"`)}) select ${columns.map(c => made[c] ?? `t."${c}"`)} from temp.map m cross join temp.base t on t.of_document = m.old`,
        )
        db.exec('drop table temp.base')
      }
      copyOwnRows(db)
      works.write()
      db.exec('commit')
    })
  } finally {
    db.close()
  }
}
