import { stringify } from 'yaml'
import { registryFileSchema } from '../src/rulebook/schema.js'

/** The cells of a CSV file; quoted ones may hold commas, line breaks and doubled quotes. */
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
  return rows.filter(cells => cells.some(c => c.trim() !== ''))
}

const orNull = (value: string | undefined): string | null => value?.trim() || null
const list = (value: string | undefined): string[] =>
  (value ?? '')
    .split(';')
    .map(v => v.trim())
    .filter(v => v !== '')

/** An ISO date; days written `15/7/2021` become one, anything else is left for the schema to refuse. */
function isoDate(value: string | undefined): string | null {
  const day = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(value ?? '')
  return day ? `${day[3]}-${(day[2] as string).padStart(2, '0')}-${(day[1] as string).padStart(2, '0')}` : orNull(value)
}

/**
 * Turns a table of documents into a registry rule file. Columns, of which only the first two are needed: canonical, type, issuer, date, title,
 * effective_date, status, status_basis, replaced_by, amended_by, confidence, source. A row that names no source and no confidence is `recalled`.
 * Throws with the number of the row and the column that does not fit.
 */
export function registryFromCsv(csv: string, about: string): string {
  const [header = [], ...rows] = parseCsv(csv.replace(/^\uFEFF/, ''))
  const entries = rows.map(cells => {
    const row = Object.fromEntries(header.map((name, i) => [name.trim(), cells[i]]))
    return {
      canonical: orNull(row.canonical) ?? '',
      type: orNull(row.type) ?? '',
      issuer: orNull(row.issuer),
      date: isoDate(row.date),
      title: orNull(row.title),
      effectiveDate: isoDate(row.effective_date),
      status: orNull(row.status) ?? 'unknown',
      statusBasis: orNull(row.status_basis),
      replacedBy: list(row.replaced_by),
      amendedBy: list(row.amended_by),
      confidence: orNull(row.confidence) ?? (orNull(row.source) === null ? 'recalled' : 'confirmed'),
      source: orNull(row.source),
    }
  })
  const file = { kind: 'registry', about, entries }
  const checked = registryFileSchema.safeParse(file)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    const [, entry, field] = issue?.path ?? []
    throw new Error(`row ${Number(entry) + 2}, ${String(field)}: ${issue?.message}`)
  }
  return stringify(file, { lineWidth: 0 })
}
