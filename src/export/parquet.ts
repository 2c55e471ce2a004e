import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ByteWriter, parquetWriteRows } from 'hyparquet-writer'
import { headerOf } from './cells.js'
import type { ParquetKind } from './parquet-types.js'

type Columns = readonly string[]
type Types = Readonly<Record<string, ParquetKind>>
type Flat = Record<string, unknown>

/** Rows that are held before they are written: a group of the file. 20,000 rows of targets with their statements outgrew a heap of 128 MB. */
const rowsAGroup = 5_000

/** As Parquet names them: a type of storage, and what it means. */
const elements = {
  INT32: { type: 'INT32' },
  DOUBLE: { type: 'DOUBLE' },
  BOOLEAN: { type: 'BOOLEAN' },
  DATE: { type: 'INT32', converted_type: 'DATE' },
  JSON: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
} as const satisfies Record<ParquetKind, object>

/** A value as its column holds it: absent stays absent, a day is a date, a list or an object its JSON. */
function toStored(kind: ParquetKind, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (kind === 'DATE') return new Date(`${value}T00:00:00Z`)
  if (kind === 'JSON') return JSON.stringify(value)
  if (kind === 'STRING') return typeof value === 'string' ? value : String(value)
  return value
}

/** One row with a column for each end of a span, as CSV has it, its values not yet turned into text. */
function flat(columns: Columns, row: Flat, types: Types): Flat {
  const cells: Flat = {}
  for (const column of columns) {
    const names = headerOf<Flat>([column])
    const value = row[column] as { start: number; end: number } | null
    if (names.length === 1) cells[column] = toStored(types[column] ?? 'STRING', value)
    else for (const [i, name] of names.entries()) cells[name] = toStored(types[name] ?? 'STRING', i === 0 ? value?.start : value?.end)
  }
  return cells
}

async function* flattened(columns: Columns, rows: AsyncIterable<object>, types: Types): AsyncIterable<Flat> {
  for await (const row of rows) yield flat(columns, row as Flat, types)
}

/** Bytes that go to a stream after each group, and wait while it is full. */
function streamWriter(stream: Writable): ByteWriter {
  const bytes = new ByteWriter()
  const flush = async (): Promise<void> => {
    const chunk = Buffer.from(bytes.buffer.slice(0, bytes.index))
    bytes.index = 0
    if (!stream.write(chunk)) await once(stream, 'drain')
  }
  return Object.assign(bytes, {
    flush,
    finish: async () => {
      await flush()
      stream.end()
    },
  })
}

/** Streams one table as a Parquet file with typed columns: at most one group of rows is held. */
export async function writeParquet(stream: Writable, columns: Columns, types: Types, rows: AsyncIterable<object>): Promise<void> {
  const names = headerOf<Flat>(columns)
  const schema = [
    { name: 'root', num_children: names.length },
    ...names.map(name => ({ name, repetition_type: 'OPTIONAL' as const, ...elements[types[name] ?? 'STRING'] })),
  ]
  const written = parquetWriteRows({
    writer: streamWriter(stream),
    rows: flattened(columns, rows, types),
    columns: names.map(name => ({ name })),
    schema,
    rowGroupSize: rowsAGroup,
    createdBy: 'chitieu',
  })
  await Promise.all([written, finished(stream)])
}
