import { createHash } from 'node:crypto'
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Excel from 'exceljs'
import { Parser } from 'htmlparser2'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { discover } from '../../src/batch/discover.js'
import { ingest } from '../../src/batch/ingest.js'
import { datasetNames, type ExportFormat } from '../../src/export/names.js'
import { writers } from '../../src/export/writers.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { openStoreForWriting } from '../../src/store/open-store.js'

type Row = Readonly<Record<string, unknown>>

const folder = mkdtempSync(join(tmpdir(), 'chitieu-repeatable-'))
const seed = 'seeds/001_41017df549c1f71d.txt'
const sha256 = createHash('sha256').update(readFileSync(seed)).digest('hex')
const text = readFileSync(seed, 'utf8').replace(/^\uFEFF/, '')
const rulebook = loadRulebook()

beforeAll(async () => {
  const store = await openStoreForWriting(':memory:')
  await ingest(store.db, await discover([seed]), { rulebook, limits: defaultLimits, force: false })
  for (const [format, writer] of Object.entries(writers))
    await writer.write(store.db, datasetNames, name => createWriteStream(join(folder, `${format}.${name}`)))
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Tables whose rows were read at a place of the text, and which have a quote and a rule of their own. */
const found = ['targets', 'citations', 'tasks', 'agencies', 'references'] as const
const read = (format: ExportFormat, name: string): string => readFileSync(join(folder, `${format}.${name}`), 'utf8')

function csvRows(csv: string): Row[] {
  const lines = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)].reduce<string[][]>(
    (rows, [, quoted, plain, end]) => {
      rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
      if (end !== ',') rows.push([])
      return rows
    },
    [[]],
  )
  const [head = [], ...rest] = lines.filter(line => line.length > 1)
  return rest.map(line => Object.fromEntries(head.map((name, i) => [name.replace('\uFEFF', ''), line[i]])))
}

async function sheetRows(table: string): Promise<Row[]> {
  const book = new Excel.Workbook()
  await book.xlsx.readFile(join(folder, 'xlsx.chitieu.xlsx'))
  const lines = book.getWorksheet(table)?.getSheetValues() as unknown as readonly (readonly unknown[])[]
  const [head = [], ...rest] = lines.slice(1).map(line => line.slice(1))
  return rest.map(line => Object.fromEntries(head.map((name, i) => [String(name), line[i]])))
}

const rowsOf: Readonly<Record<string, (table: string) => Promise<Row[]> | Row[]>> = {
  csv: table => csvRows(read('csv', `${table}.csv`)),
  json: table => JSON.parse(read('json', `${table}.json`)) as Row[],
  ndjson: table =>
    read('ndjson', `${table}.ndjson`)
      .trim()
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Row),
  parquet: async table => (await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, `parquet.${table}.parquet`)) })) as Row[],
  xlsx: sheetRows,
}

/** Where a row says that it was read. */
function placeOf(row: Row): { readonly start: number; readonly end: number } {
  const span = row.span as { readonly start: number; readonly end: number } | undefined
  return span ?? { start: Number(row.spanStart), end: Number(row.spanEnd) }
}

/** A spreadsheet shows text that begins like a formula behind an apostrophe. */
const plain = (quote: unknown): string => String(quote).replace(/^'(?=[\s'"]*[=+\-@])/, '')

describe('every record of an export carries what is needed to make it again', () => {
  test.each(Object.keys(rowsOf))('%s', async format => {
    for (const table of found) {
      const rows = await (rowsOf[format] as (typeof rowsOf)[string])(table)
      if (table === 'targets' || table === 'citations') expect(rows.length, table).toBeGreaterThan(5)
      for (const row of rows) {
        expect(row).toMatchObject({ sha256, reader: 'text', rulesHash: rulebook.hash, documentId: sha256.slice(0, 16) })
        expect(row.extractorVersion).toMatch(/^\d/)
        expect(row.rule).toMatch(/^[a-z]/)
        const { start, end } = placeOf(row)
        expect(text.slice(start, end)).toBe(plain(row.quote))
      }
    }
    for (const table of ['documents', 'sections'] as const)
      for (const row of await (rowsOf[format] as (typeof rowsOf)[string])(table)) expect(row).toMatchObject({ sha256, rulesHash: rulebook.hash })
  })

  it('annotations', () => {
    const name = readdirSync(folder).find(file => file.startsWith('annotations.')) as string
    const { items } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { items: Row[] }
    expect(items.length).toBeGreaterThan(20)
    for (const item of items) {
      expect(item).toMatchObject({
        generator: { id: `urn:chitieu:rules:${rulebook.hash}`, reader: 'text', version: expect.stringMatching(/^\d/) },
        body: { value: { rule: expect.stringMatching(/^[a-z]/), span: expect.anything() } },
        target: { source: `urn:sha256:${sha256}` },
      })
    }
  })

  it('Akoma Ntoso', () => {
    const name = readdirSync(folder).find(file => file.startsWith('akn.')) as string
    const elements: Record<string, string>[] = []
    const words = new Map<string, string>()
    let open: string | null = null
    const parser = new Parser(
      {
        onopentag: (element, attributes) => {
          elements.push({ element, ...attributes })
          if (element === 'ref' || element === 'quantity') open = attributes.eId ?? null
        },
        ontext: chunk => open !== null && words.set(open, (words.get(open) ?? '') + chunk),
        onclosetag: element => {
          if (element === 'ref' || element === 'quantity') open = null
        },
      },
      { xmlMode: true },
    )
    parser.end(readFileSync(join(folder, name), 'utf8'))
    expect(elements.find(e => e.element === 'origin')).toMatchObject({ sha256, reader: 'text', rulesHash: rulebook.hash })
    const places = elements.filter(e => e.element === 'place')
    expect(places.length).toBeGreaterThan(10)
    for (const { of = '', start, end, rule } of places) {
      expect(rule).toMatch(/^[a-z]/)
      const quote = text.slice(Number(start), Number(end))
      expect(quote.startsWith(words.get(of.slice(1)) ?? 'nothing'), of).toBe(true)
    }
  })
})
