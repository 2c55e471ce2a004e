import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { findFacets } from '../../src/query/facets.js'
import { findCitations } from '../../src/query/find-citations.js'
import { findDocuments } from '../../src/query/find-documents.js'
import { findIndicators } from '../../src/query/find-indicators.js'
import { findTargets } from '../../src/query/find-targets.js'
import { findTasks } from '../../src/query/find-tasks.js'
import { findProvince } from '../../src/query/province-filter.js'
import { searchText } from '../../src/query/search-text.js'
import { openRulebook } from '../../src/rulebook/open-rulebook.js'
import type { Rulebook } from '../../src/rulebook/rulebook.js'
import { agencyNamed } from '../../src/serve/agency-named.js'
import { openStoreForReading, type Store } from '../../src/store/open-store.js'
import { isPostgresUrl } from '../../src/store/printable-url.js'
import type { Family, Row } from '../family.js'
import { documents, makeDatabase } from '../many-database.js'
import { byClock, timeInTurn } from '../measure.js'

const limit = 100
const goal = 50

/** The pages that are asked for; each is one question with its limit. */
async function questionsOf({ db }: Store, rulebook: Rulebook): Promise<Record<string, () => Promise<unknown>>> {
  const province = await findProvince(db, 'Trà Vinh')
  const agency = agencyNamed(rulebook, 'Sở Nội vụ')
  return {
    targets: () => findTargets(db, { role: 'target', limit }),
    'targets of a province': () => findTargets(db, { role: 'target', province, limit }),
    'targets of a field': () => findTargets(db, { role: 'target', field: 'cải cách', limit }),
    'targets due in a year': () => findTargets(db, { role: 'target', deadline: '2025', limit }),
    'targets with words': () => findTargets(db, { role: 'target', text: 'thủ tục hành chính', limit }),
    documents: () => findDocuments(db, { limit }),
    citations: () => findCitations(db, { limit }),
    'citations to a number': () => findCitations(db, { to: '76/NQ-CP', limit }),
    'citations to a number of a province': () => findCitations(db, { to: '12/QĐ-UBND', limit }),
    'citations to a law': () => findCitations(db, { to: 'Luật Tổ chức chính quyền địa phương', limit }),
    'citations of a type': () => findCitations(db, { type: 'Nghị định', limit }),
    'search for a phrase that stands everywhere': () => searchText(db, 'cải cách hành chính', 20),
    'search for words': () => searchText(db, 'trực tuyến hồ sơ', 20),
    'search for a number': () => searchText(db, '45/2020/NĐ-CP', 20),
    tasks: () => findTasks(db, { limit }),
    'tasks of a province': () => findTasks(db, { province, limit }),
    'tasks due in a year': () => findTasks(db, { due: '2025', limit }),
    'tasks of a body': () => findTasks(db, { agency, limit }),
    'what filters offer': () => findFacets(db),
    'the catalogue of indicators': () => findIndicators(db),
  }
}

/** How many bytes a database takes on its disk. */
async function sizeOf(file: string, { db }: Store): Promise<number> {
  if (!isPostgresUrl(file)) return statSync(file).size
  const { rows } = await sql<{ size: string }>`select pg_database_size(current_database()) as size`.execute(db)
  return Number(rows[0]?.size)
}

/** A database of many short documents, and the first page of questions on it. */
export const many: Family = {
  about: `a database of ${documents} documents (CHITIEU_BENCH_DOCUMENTS; CHITIEU_BENCH_DATABASE names a file to keep it in, or an empty PostgreSQL database)`,
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chitieu-bench-'))
    const file = process.env.CHITIEU_BENCH_DATABASE ?? join(folder, 'many.db')
    try {
      const made = await makeDatabase(file)
      const store = await openStoreForReading(file)
      try {
        const times = await timeInTurn(await questionsOf(store, await openRulebook(undefined)), 3, ...(isPostgresUrl(file) ? [byClock] : []))
        const size: Row = { what: 'the database', figure: `${Math.round((await sizeOf(file, store)) / 2 ** 20)} MiB`, note: '' }
        return [...made, size, ...Object.entries(times).map(([what, t]) => ({ what, figure: `${t.median.toFixed(0)} ms`, note: `goal: under ${goal} ms` }))]
      } finally {
        await store.close()
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
