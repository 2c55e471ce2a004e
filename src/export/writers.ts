import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Kysely } from 'kysely'
import type { Extraction } from '../model/extraction.js'
import { findOrigins, type Origin } from '../query/find-origins.js'
import { documentIds, loadExtraction } from '../query/load-extraction.js'
import type { VersionScope } from '../query/versions.js'
import type { ReadDatabase } from '../store/schema.js'
import { flatten, headerOf } from './cells.js'
import { csvLine } from './csv.js'
import { datasets } from './datasets.js'
import type { DatasetName, ExportFormat } from './names.js'
import { parquetTypes } from './parquet-types.js'
import { slug } from './slug.js'
import { type DocumentPlaces, sheetCells } from './workbook-rows.js'

/** Opens a file of the export by its name. */
type Open = (name: string) => Writable

interface Writer {
  /** Writes the tables through streams that `open` gives. */
  write(db: Kysely<ReadDatabase>, tables: readonly DatasetName[], open: Open, scope?: VersionScope): Promise<void>
}

async function put(stream: Writable, chunks: AsyncIterable<string>): Promise<void> {
  for await (const chunk of chunks) if (!stream.write(chunk)) await once(stream, 'drain')
  stream.end()
  await finished(stream)
}

async function* csvChunks(db: Kysely<ReadDatabase>, table: DatasetName, scope: VersionScope): AsyncIterable<string> {
  const { columns, rows } = datasets[table]
  yield csvLine(headerOf(columns as readonly never[]))
  for await (const row of rows(db, scope)) yield csvLine(flatten(columns as readonly never[], row))
}

async function* ndjsonChunks(db: Kysely<ReadDatabase>, table: DatasetName, scope: VersionScope): AsyncIterable<string> {
  for await (const row of datasets[table].rows(db, scope)) yield `${JSON.stringify(row)}\n`
}

async function* jsonChunks(db: Kysely<ReadDatabase>, table: DatasetName, scope: VersionScope): AsyncIterable<string> {
  let separator = '[\n'
  for await (const row of datasets[table].rows(db, scope)) {
    yield `${separator}${JSON.stringify(row)}`
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

const fileATable = (extension: string, chunks: (db: Kysely<ReadDatabase>, table: DatasetName, scope: VersionScope) => AsyncIterable<string>): Writer => ({
  async write(db, tables, open, scope = {}) {
    for (const table of tables) await put(open(`${table}.${extension}`), chunks(db, table, scope))
  },
})

async function* cells(db: Kysely<ReadDatabase>, table: DatasetName, places: DocumentPlaces, scope: VersionScope) {
  const { columns, rows } = datasets[table]
  let rowNumber = 1
  for await (const row of rows(db, scope)) yield sheetCells(table, columns as readonly never[], row, ++rowNumber, places)
}

const workbook: Writer = {
  async write(db, tables, open, scope = {}) {
    // Loaded here, since every command knows this table and only one needs the library.
    const { writeWorkbook } = await import('./xlsx.js')
    const stream = open('chitieu.xlsx')
    // The sheets are written in this order, so that the others can point at the rows of the documents.
    const places: DocumentPlaces = new Map()
    const sheets = tables.map(table => ({ name: table, header: headerOf(datasets[table].columns as readonly never[]), rows: cells(db, table, places, scope) }))
    await Promise.all([writeWorkbook(stream, sheets), finished(stream)])
  },
}

const parquet: Writer = {
  async write(db, tables, open, scope = {}) {
    const { writeParquet } = await import('./parquet.js')
    for (const table of tables) {
      const { columns, rows } = datasets[table]
      await writeParquet(open(`${table}.parquet`), columns, parquetTypes[table], rows(db, scope))
    }
  },
}

/** A file a document, named by its number and its id. */
const fileADocument = (extension: string, load: () => Promise<(extraction: Extraction, id: string, origin: Origin) => string>): Writer => ({
  async write(db, _tables, open, scope = {}) {
    const render = await load()
    for (const id of await documentIds(db, scope)) {
      const extraction = await loadExtraction(db, id)
      const origin = (await findOrigins(db, [id])).get(id)
      if (extraction === null || origin === undefined) continue
      const number = slug(extraction.document.number ?? '')
      const stream = open(`${[number, id].filter(Boolean).join('.')}.${extension}`)
      stream.end(render(extraction, id, origin))
      await finished(stream)
    }
  },
})

/** The formats of `chitieu export`. */
export const writers = {
  csv: fileATable('csv', csvChunks),
  xlsx: workbook,
  json: fileATable('json', jsonChunks),
  ndjson: fileATable('ndjson', ndjsonChunks),
  parquet,
  akn: fileADocument('akn.xml', async () => {
    const { akomaNtoso } = await import('./akoma-ntoso.js')
    return (extraction, _id, origin) => akomaNtoso(extraction, origin)
  }),
  annotations: fileADocument('annotations.jsonld', async () => (await import('./web-annotations.js')).annotationPage),
} as const satisfies Record<ExportFormat, Writer>
