import { existsSync, statSync } from 'node:fs'
import { indicatorsOf, provincesOf } from '../../batch/catalogue.js'
import { provinceNowOf } from '../../batch/province-now.js'
import { csvLine } from '../../export/csv.js'
import { extractDocument } from '../../pipeline/pipeline.js'
import { type DiffRow, type DiffState, diffTargets } from '../../query/diff-documents.js'
import { findTargets, type TargetListing } from '../../query/find-targets.js'
import { resolveDocument } from '../../query/resolve-document.js'
import { targetsOf } from '../../query/targets-of-extraction.js'
import { readDocumentFile } from '../../read/read-file.js'
import { type Call, usageError } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatLevels, formatValue } from '../format-value.js'
import { limitsOf } from '../limits-of.js'
import { noteOfRest } from '../print-list.js'
import { renderTable } from '../render-table.js'
import { rulesOf } from '../rules-of.js'
import { withStore } from '../with-store.js'

const csvFields = [
  'indicator',
  'indicatorName',
  'field',
  'subject',
  'levels',
  'place',
  'state',
  'differs',
  'way',
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
  subject: r.subject,
  levels: r.levels?.join('; ') ?? null,
  place: r.place,
  state: r.state,
  differs: r.differs.join('; ') || null,
  way: r.way,
  before: r.before && formatValue(r.before),
  beforeDeadline: r.before?.deadline ?? null,
  beforeStatement: r.before?.statementText ?? null,
  after: r.after && formatValue(r.after),
  afterDeadline: r.after?.deadline ?? null,
  afterStatement: r.after?.statementText ?? null,
  beforeId: r.before?.id ?? null,
  afterId: r.after?.id ?? null,
})

/** One of the two documents: what it is called, and its targets. */
interface Side {
  readonly number: string | null
  /** Its file, or its id. */
  readonly source: string
  readonly targets: readonly TargetListing[]
}

/** What no file can be called is none. */
const isFile = (name: string): boolean => existsSync(name) && statSync(name).isFile()

/** A file as it is now, stored or not. */
async function readSide(call: Call, file: string): Promise<Side> {
  const rulebook = await rulesOf(call)
  const extraction = extractDocument(await readDocumentFile(file, limitsOf(call)), rulebook)
  const indicatorNames = new Map(indicatorsOf(rulebook).map(({ id, name }) => [id, name]))
  const all = targetsOf(extraction, { provinceNow: provinceNowOf(extraction, provincesOf(rulebook)), indicatorNames })
  return { number: extraction.document.number, source: file, targets: all.filter(t => t.role === 'target') }
}

const storedSide = (call: Call, name: string): Promise<Side> =>
  withStore(call, async db => {
    const { id, number, file } = await resolveDocument(db, name)
    return { number, source: file ?? id, targets: await findTargets(db, { documents: [id], role: 'target' }) }
  })

const sideOf = (call: Call, name: string): Promise<Side> => (isFile(name) ? readSide(call, name) : storedSide(call, name))

const amountOf = (t: TargetListing | null): string => (t === null ? '–' : [formatValue(t), t.recurrence, t.deadline].filter(Boolean).join(' '))

/** What two sides are called where they stand side by side: versions of one decree have one number. */
function namesOf(before: Side, after: Side): readonly [string, string] {
  const isOne = before.number === after.number
  const [first, second] = [before, after].map(side => (isOne ? side.source : (side.number ?? side.source))) as [string, string]
  return first === second ? [`${first} (before)`, `${second} (after)`] : [first, second]
}

function sumOf(rows: readonly DiffRow[]): string {
  const count = (state: DiffState): number => rows.filter(row => row.state === state).length
  return `${count('same')} same, ${count('changed')} changed, ${count('new')} new, ${count('gone')} gone.`
}

export async function runDiff(call: Call): Promise<number> {
  const [first, second, ...others] = call.args
  if (first === undefined || second === undefined || others.length > 0) throw usageError('`chitieu diff` takes two documents, the earlier one first.')
  const before = await sideOf(call, first)
  const after = await sideOf(call, second)
  const all = diffTargets(before.targets, after.targets)
  const asked = all.filter(row => row.state !== 'same' || !call.flag('changes'))
  const rows = asked.slice(0, call.number('limit'))
  noteOfRest(call, rows.length, asked.length)
  const format = call.text('format') ?? 'table'
  if (format === 'json') call.out(`${JSON.stringify(rows, null, 2)}\n`)
  else if (format === 'ndjson') for (const row of rows) call.out(`${JSON.stringify(row)}\n`)
  else if (format === 'csv') {
    call.out(csvLine(csvFields))
    for (const row of rows.map(flat)) call.out(csvLine(csvFields.map(field => row[field])))
  } else if (rows.length > 0) {
    const { colors } = call
    const paint = { same: colors.dim, changed: colors.yellow, new: colors.green, gone: colors.red }
    const [left, right] = namesOf(before, after)
    call.out(
      renderTable<DiffRow>(
        [
          { header: 'what', value: r => r.indicatorName ?? r.subject ?? (r.after ?? r.before)?.statementText ?? null, max: 52, cut: 150 },
          { header: 'level', value: r => [formatLevels(r.levels), r.place].filter(Boolean).join(', '), max: 16 },
          { header: left, value: r => amountOf(r.before), max: 26 },
          { header: right, value: r => amountOf(r.after), max: 26 },
          { header: 'state', value: r => r.state, paint: (r, text) => paint[r.state](text) },
          { header: 'differs', value: r => r.differs.join(', '), max: 22 },
        ],
        rows,
        call.terminal.columns,
        colors,
      ),
    )
  }
  call.note(sumOf(all))
  return exitCodes.done
}
