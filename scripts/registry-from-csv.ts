import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'

/**
 * Turns a table of documents (CSV: canonical,type,issuer,date,title,effective_date,status,status_basis,replaced_by,amended_by,confidence,source)
 * into a registry rule file on stdout: `npx tsx scripts/registry-from-csv.ts FILE.csv > rules/registry/NAME.yaml`.
 */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (isQuoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else isQuoted = false
    } else if (c === '"') isQuoted = true
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else if (c !== '\r') cell += c
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}

const file = process.argv[2]
if (file === undefined) throw new Error('usage: registry-from-csv FILE.csv')
const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
const orNull = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value)
const list = (value: string | undefined): string[] =>
  (value ?? '')
    .split(';')
    .map(v => v.trim())
    .filter(v => v !== '')
const entries = rows.map(cells => {
  const row = Object.fromEntries(header.map((name, i) => [name, cells[i]]))
  return {
    canonical: row.canonical,
    type: row.type,
    issuer: orNull(row.issuer),
    date: orNull(row.date),
    title: orNull(row.title),
    effectiveDate: orNull(row.effective_date),
    status: row.status,
    statusBasis: orNull(row.status_basis),
    replacedBy: list(row.replaced_by),
    amendedBy: list(row.amended_by),
    confidence: row.confidence,
    source: orNull(row.source),
  }
})
const about =
  'Central documents that provincial plans cite. Numbers repeat over years: match on number and date. `confirmed` was seen in the source named; ' +
  '`recalled` is from memory, to suggest and never to assert; a status may be asserted only where its basis is `seen in the row source`.'
const out = stringify({ kind: 'registry', about, entries }, { lineWidth: 0 })
parse(out)
process.stdout.write(out)
