import { csvLine } from '../../export/csv.js'
import { type DiffRow, diffDocuments } from '../../query/diff-documents.js'
import type { TargetListing } from '../../query/find-targets.js'
import { type DocumentName, resolveDocument } from '../../query/resolve-document.js'
import { type Call, usageError } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatLevels, formatValue } from '../format-value.js'
import { renderTable } from '../render-table.js'
import { withStore } from '../with-store.js'

const csvFields = [
  'indicator',
  'indicatorName',
  'field',
  'levels',
  'state',
  'differs',
  'before',
  'beforeDeadline',
  'beforeStatement',
  'after',
  'afterDeadline',
  'afterStatement',
  'beforeId',
  'afterId',
] as const

const flat = (r: DiffRow): Record<(typeof csvFields)[number], string | null> => ({
  indicator: r.indicator,
  indicatorName: r.indicatorName,
  field: r.field,
  levels: r.levels?.join('; ') ?? null,
  state: r.state,
  differs: r.differs.join('; ') || null,
  before: r.before && formatValue(r.before),
  beforeDeadline: r.before?.deadline ?? null,
  beforeStatement: r.before?.statementText ?? null,
  after: r.after && formatValue(r.after),
  afterDeadline: r.after?.deadline ?? null,
  afterStatement: r.after?.statementText ?? null,
  beforeId: r.before?.id ?? null,
  afterId: r.after?.id ?? null,
})

const amountOf = (t: TargetListing | null): string => (t === null ? '–' : [formatValue(t), t.recurrence, t.deadline].filter(Boolean).join(' '))
const nameOf = (d: DocumentName): string => d.number ?? d.id

export async function runDiff(call: Call): Promise<number> {
  const [first, second, ...others] = call.args
  if (first === undefined || second === undefined || others.length > 0) throw usageError('diff takes two documents')
  const { before, after, diff } = await withStore(call, async db => {
    const from = await resolveDocument(db, first)
    const to = await resolveDocument(db, second)
    return { before: from, after: to, diff: await diffDocuments(db, from.id, to.id) }
  })
  const rows = diff.rows.slice(0, call.number('limit'))
  const format = call.text('format') ?? 'table'
  if (format === 'json') call.out(`${JSON.stringify(rows, null, 2)}\n`)
  else if (format === 'ndjson') for (const row of rows) call.out(`${JSON.stringify(row)}\n`)
  else if (format === 'csv') {
    call.out(csvLine(csvFields))
    for (const row of rows.map(flat)) call.out(csvLine(csvFields.map(field => row[field])))
  } else if (rows.length > 0) {
    const { colors } = call
    const paint = { same: colors.dim, changed: colors.yellow, new: colors.green, gone: colors.red }
    call.out(
      renderTable<DiffRow>(
        [
          { header: 'indicator', value: r => r.indicatorName ?? r.indicator, max: 52 },
          { header: 'level', value: r => formatLevels(r.levels) },
          { header: nameOf(before), value: r => amountOf(r.before), max: 26 },
          { header: nameOf(after), value: r => amountOf(r.after), max: 26 },
          { header: 'state', value: r => r.state, paint: (r, text) => paint[r.state](text) },
          { header: 'differs', value: r => r.differs.join(', '), max: 22 },
        ],
        rows,
        call.terminal.columns,
        colors,
      ),
    )
  }
  const { uncovered } = diff
  call.note(
    `${uncovered.before} targets of ${nameOf(before)} and ${uncovered.after} of ${nameOf(after)} have no catalogue entry: nothing can be set beside them.`,
  )
  return exitCodes.done
}
