import { spawnSync } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { headerOf } from '../../src/export/cells.js'
import { datasets } from '../../src/export/datasets.js'
import { type DatasetName, datasetNames } from '../../src/export/names.js'
import { writeParquet } from '../../src/export/parquet.js'
import { parquetTypes } from '../../src/export/parquet-types.js'
import { openStoreForWriting, type Store } from '../../src/store/open-store.js'
import { program } from '../cli/program.js'
import { temporaryFolder } from '../cli/run.js'
import { aCorpus } from '../query/a-corpus.js'
import { anExtraction } from '../store/an-extraction.js'

const folder = temporaryFolder()
let store: Store
beforeAll(async () => {
  store = await aCorpus([
    anExtraction({}, { file: 'a.txt' }),
    anExtraction({ number: null, date: null, province: null }, { file: 'b.txt', targets: t => [{ ...t, levels: null }] }),
  ])
})
afterAll(() => store.close())

const wanted = async (table: DatasetName): Promise<Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = []
  for await (const row of datasets[table].rows(store.db, {})) rows.push(row as Record<string, unknown>)
  return rows
}

describe('a Parquet file', () => {
  test.each(datasetNames)('of %s holds every row, each value by its type', async table => {
    const { columns, rows } = datasets[table]
    const file = join(folder, `${table}.parquet`)
    await writeParquet(createWriteStream(file), columns, parquetTypes[table], rows(store.db, {}))
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1')
    const read = await parquetReadObjects({ file: await asyncBufferFromFile(file) })
    const expected = await wanted(table)
    expect(read).toHaveLength(expected.length)
    for (const [i, row] of expected.entries()) {
      for (const column of columns) {
        const value = row[column] ?? null
        const names = headerOf<Record<string, unknown>>([column])
        const stored = names.map(name => read[i]?.[name] ?? null)
        if (names.length === 2)
          expect([column, ...stored]).toEqual([column, (value as { start: number } | null)?.start ?? null, (value as { end: number } | null)?.end ?? null])
        else if (stored[0] instanceof Date) expect(stored[0].toISOString().slice(0, 10)).toBe(value)
        else if (typeof value === 'object' && value !== null) expect(JSON.parse(String(stored[0]))).toEqual(value)
        // Numbers and flags come back as what they were, not as their text.
        else expect([column, stored[0]]).toEqual([column, value])
      }
    }
  })

  it('names days as dates and nothing as absent by an empty string', async () => {
    const file = await asyncBufferFromFile(join(folder, 'documents.parquet'))
    const { schema } = await parquetMetadataAsync(file)
    expect(schema.find(element => element.name === 'date')).toMatchObject({ type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' })
    const read = await parquetReadObjects({ file })
    expect(read.some(row => row.date === null && row.document === null)).toBe(true)
  })
})

describe('an export of a large database', { timeout: 120_000 }, () => {
  const db = join(folder, 'large.sqlite')
  const documents = 20
  const targets = 500

  beforeAll(async () => {
    const large = await openStoreForWriting(db)
    const document = await store.db.selectFrom('document').selectAll().executeTakeFirstOrThrow()
    const target = await store.db.selectFrom('target').selectAll().executeTakeFirstOrThrow()
    await large.db.transaction().execute(async tx => {
      for (let d = 0; d < documents; d++) {
        const id = String(d).padStart(16, '0')
        await tx
          .insertInto('document')
          .values({ ...document, id, work_id: null })
          .execute()
        const rows = Array.from({ length: targets }, (_, ordinal) => ({
          ...target,
          id: `${id}-t${ordinal}`,
          document_id: id,
          section_id: null,
          ordinal,
          // One word, whose last letter makes each letter take two bytes of memory.
          statement: `${'x'.repeat(7200)}ỉ`,
        }))
        await tx.insertInto('target').values(rows).execute()
      }
    })
    await large.close()
  }, 120_000)

  // Held together, the rows are some 160 MB; the program itself takes about 60.
  test.each(['ndjson', 'csv', 'parquet'])('streams: %s takes no memory for rows that are written', format => {
    const out = join(folder, `large-${format}`)
    const args = ['--max-old-space-size=128', program, 'export', '--format', format, '--table', 'targets', '--db', db, '--out', out]
    const ran = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    if (format === 'ndjson') expect(readFileSync(join(out, 'targets.ndjson'), 'latin1').split('\n')).toHaveLength(documents * targets + 1)
  })
})
