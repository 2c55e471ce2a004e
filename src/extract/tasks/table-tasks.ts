import type { Piece } from '../../model/find.js'
import type { Reading } from '../../model/reading.js'
import type { TaskFind } from '../../model/task-find.js'
import type { Rulebook } from '../../rulebook/index.js'
import { assignmentColumns, type Columns, isHeadRow, partedColumns } from './column-roles.js'
import { NUMBER_HEAD, splitRow } from './split-row.js'
import { type Cell, type Row, type Table, tablesOf } from './table-rows.js'

/** A label in front of a group's words: "I.", "A", "2.1". */
const LABEL = /^(?:[IVXLC]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]? +(?=\p{L})/u
const OUTER_LABEL = /^(?:[A-HĐ]|[IVXLC]{1,5}(?:\.\d{1,2})?)\.?$/
const piece = (cell: Cell | null | undefined): Piece | null => (cell ? { span: cell.span, raw: cell.raw } : null)

interface Group {
  readonly depth: number
  readonly title: string
}

/** Depth of a group by its label: capital letters stand over Roman numbers, these over their numbered parts. C and D are letters behind B. */
function depthOf(label: string | null, groups: readonly Group[]): number {
  if (label === null) return 2
  const bare = label.replace(/\.$/, '')
  if (/^[A-HĐ]$/.test(bare) && (!/^[CD]$/.test(bare) || groups.some(g => g.depth === 0))) return 0
  if (/^[IVXLC]+$/.test(bare)) return 1
  return 1 + bare.split('.').length
}

/** Whether a row is the heading of the rows below it: words in the task's column, nothing said of who and when. */
function groupOf(row: Row, next: Row | undefined, columns: Columns, groups: readonly Group[]): Group | null {
  const filled = row.flatMap((cell, i) => (cell ? [i] : []))
  const number = columns.no === undefined ? null : (row[columns.no]?.raw ?? null)
  const words = filled.filter(i => i !== columns.no)
  if (words.length > 1 || filled.length === 0 || (words[0] ?? 0) > (columns.task ?? 0)) return null
  const cell = words.length === 1 ? row[words[0] as number] : row[filled[0] as number]
  if (!cell || !/\p{L}{2}/u.test(cell.raw)) return null
  const label = words.length === 1 ? number : null
  const following = columns.no === undefined ? null : (next?.[columns.no]?.raw ?? null)
  const heads = label === null || OUTER_LABEL.test(label) || (following?.startsWith(`${label.replace(/\.$/, '')}.`) ?? false)
  return heads ? { depth: depthOf(label ?? LABEL.exec(cell.raw)?.[0].trim() ?? null, groups), title: cell.raw.replace(LABEL, '') } : null
}

function taskOf(row: Row, columns: Columns, groups: readonly Group[]): TaskFind | null {
  const at = (role: keyof Columns): Cell | null => (columns[role] === undefined ? null : (row[columns[role]] ?? null))
  const task = at('task')
  const said = (['lead', 'support', 'due', 'product'] as const).some(role => at(role) !== null)
  if (task === null || task.isAbove || !said || !/\p{L}{2}/u.test(task.raw)) return null
  const cells = row.filter(cell => cell !== null && !cell.isAbove)
  const span = { start: (cells[0] as Cell).span.start, end: (cells.at(-1) as Cell).span.end }
  return {
    ruleId: 'task.table-row',
    span,
    raw: task.raw,
    block: task.block,
    group: groups.map(g => g.title).join(' / ') || null,
    no: piece(at('no')),
    task: { span: task.span, raw: task.raw },
    lead: piece(at('lead')),
    support: piece(at('support')),
    due: piece(at('due')),
    product: piece(at('product')),
    note: piece(at('note')),
  }
}

function tasksOf(table: Table, rulebook: Rulebook): TaskFind[] {
  const finds: TaskFind[] = []
  let columns: Columns | null = null
  let groups: Group[] = []
  const rows = table.flatMap(row => splitRow(row, rulebook)).filter(row => row.some(cell => cell !== null))
  rows.forEach((row, i) => {
    const isNumbered = row.some(cell => cell !== null && NUMBER_HEAD.test(cell.raw))
    if (isNumbered || (columns === null && (i === 0 || isHeadRow(row, rulebook)))) {
      columns = assignmentColumns(row, rulebook)
      groups = []
      return
    }
    if (columns === null) return
    if (isHeadRow(row, rulebook)) {
      columns = partedColumns(columns, row, rulebook)
      return
    }
    const group = groupOf(row, rows[i + 1], columns, groups)
    if (group) {
      groups = [...groups.filter(g => g.depth < group.depth), group]
      return
    }
    const find = taskOf(row, columns, groups)
    if (find) finds.push(find)
  })
  return finds
}

/** The rows of the tables whose head says what is to be done and by whom. */
export function tableTasks(reading: Reading, rulebook: Rulebook): TaskFind[] {
  return tablesOf(reading).flatMap(table => tasksOf(table, rulebook))
}
