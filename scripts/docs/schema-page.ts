import { type Kysely, sql } from 'kysely'
import type { ReadDatabase } from '../../src/store/schema.js'
import { type SchemaNotes, schemaNotes } from '../../src/store/schema-notes.js'

interface ColumnRow {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}

async function columnTable(db: Kysely<ReadDatabase>, table: keyof SchemaNotes): Promise<string> {
  const { rows } = await sql<ColumnRow>`select name, type, "notnull", pk from pragma_table_info(${table})`.execute(db)
  const keys = await sql<{ from: string; table: string; to: string }>`select "from", "table", "to" from pragma_foreign_key_list(${table})`.execute(db)
  const notes = schemaNotes[table].columns as Readonly<Record<string, string>>
  const isView = table.startsWith('v_')
  const lines = rows.map(({ name, type, notnull, pk }) => {
    const key = keys.rows.find(k => k.from === name)
    const needs = isView ? '' : pk ? 'key' : notnull ? 'yes' : ''
    const note = `${notes[name] ?? 'MISSING'}${key ? `; → \`${key.table}.${key.to}\`` : ''}`
    return isView ? `| \`${name}\` | ${note} |` : `| \`${name}\` | ${type.toLowerCase()} | ${needs} | ${note} |`
  })
  return [isView ? '| column | holds |\n|---|---|' : '| column | type | always set | holds |\n|---|---|---|---|', ...lines].join('\n')
}

/** Makes docs/schema.md from a migrated database: a column without a note shows as MISSING, which the docs test refuses. */
export async function schemaPage(db: Kysely<ReadDatabase>): Promise<string> {
  const { rows } = await sql<{ name: string; type: string }>`
    select name, type from sqlite_master
    where type in ('table', 'view') and name not like 'sqlite_%' and name not like 'kysely_%' and name not like '%_fts%'`.execute(db)
  const order = Object.keys(schemaNotes)
  const undocumented = rows.filter(row => !order.includes(row.name)).map(row => row.name)
  const pieces = [
    '# The database',
    'Made by `npm run docs`; do not edit.',
    'SQLite, one file, or PostgreSQL, one schema. Names are snake_case and permanent: a later version may add, never rename. Every extracted row has its document, its section, its place in `document.text` (UTF-16 units, end exclusive) and the rule that found it. Times are ISO dates, years, quarters (`2023-Q4`) or intervals (`2021/2025`); flags are 0 or 1; what the text does not say is null.',
    "Open it with any SQLite tool: `select document, province, subject, comparator, value, unit, deadline from v_targets where role = 'target'`.",
    '',
    "PostgreSQL has the same tables, columns and values, typed more exactly: JSON is `json`, whole days are `date`, moments `timestamptz`; flags stay 0 or 1, so that a query runs on both. Instead of `passage_fts` the table `passage` has the column `words` with a GIN index, and the text search configuration `chitieu` takes off diacritics: `select * from passage where words @@ phraseto_tsquery('chitieu', 'cải cách hành chính')`. The function `vn_words(text)` gives the folded words of a text in both, in SQLite only to this program.",
    ...undocumented.map(name => `MISSING: ${name}`),
  ]
  for (const name of order as (keyof SchemaNotes)[]) pieces.push(`## ${name}`, schemaNotes[name].about, await columnTable(db, name))
  return `${pieces.join('\n\n')}\n`
}
