import { mergedCells } from '../../model/merged-cells.js'
import type { QuantityFind } from '../../model/quantity-find.js'
import type { Block } from '../../model/section.js'
import type { CompiledRule, Rulebook, RuleMatch } from '../../rulebook/index.js'
import { type NamedRules, namedRules } from '../../rulebook/named-rules.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'
import { cuesIn } from './cues.js'

/** The cells of a table by row and column; a cell of several lines has several blocks. */
type Table = ReadonlyMap<number, readonly Block[]>

/** Runs the rules of a cell over words. */
interface CellRules {
  match(name: string, words: string): RuleMatch | undefined
  readonly all: NamedRules
}

const namedCellRules = namedRules('quantity-cell')

const cellRulesOf = onceForRulebook((rulebook): CellRules => {
  const all = namedCellRules(rulebook)
  return { all, match: (name, words) => all(name, words)[0] }
})

/** What the figures of a column or row are measured in. */
interface Unit {
  readonly emit: CompiledRule['emit']
  readonly scale: string | null
  readonly unit: string | null
  readonly noun: string | null
}

/** The figures of tables, and the blocks of the labels of their rows, whose numbers say what is measured: "tốc độ trên 1 Gb/s". */
export interface CellValues {
  readonly finds: readonly QuantityFind[]
  readonly labels: ReadonlySet<number>
}

/** How a table is to be read: which columns hold figures, and where their units stand. */
interface Plan {
  readonly width: number
  /** Columns of figures with the unit of their heads, null where the row tells it. */
  readonly columns: ReadonlyMap<number, Unit | null>
  /** Where the units stand in a column of their own; whether its head "Đơn vị" might be over bodies, since most rows name no unit but a noun. */
  readonly unitColumn: number | null
  readonly unsure: boolean
}

/** The units that a cell may name, the surer first. */
const UNITS = ['percent', 'percent-yearly', 'money', 'measure', 'duration', 'rank', 'counted'] as const

function tablesIn(blocks: readonly Block[]): Map<number, Map<number, Block[]>> {
  const tables = new Map<number, Map<number, Block[]>>()
  for (const block of blocks) {
    if (!block.cell) continue
    const rows = tables.get(block.cell.table) ?? new Map<number, Block[]>()
    tables.set(block.cell.table, rows)
    const row = rows.get(block.cell.row)
    if (row) row.push(block)
    else rows.set(block.cell.row, [block])
  }
  return tables
}

const columnOf = (block: Block): number => block.cell?.column ?? -1
const widthOf = (row: readonly Block[]): number => row[0]?.cell?.width ?? 0

function unitOf(words: string, rules: CellRules, unsure: boolean): Unit | null {
  for (const name of UNITS) {
    const found = name === 'counted' && unsure ? undefined : rules.match(name, words)
    if (!found) continue
    const { scale = null, noun = null, unit = null } = found.parts
    return { emit: found.rule.emit, scale, noun, unit: unit ?? (name === 'percent' ? '%' : null) }
  }
  return null
}

/** The unit in brackets at the end of a head or label. */
function bracketedUnit(words: string, rules: CellRules): Unit | null {
  const found = rules.match('label-unit', words)
  return found ? unitOf(found.raw.replace(/[()]/gu, '').trim(), rules, true) : null
}

/**
 * Whether the head "Kết quả" is over goals: the rows are indicators, and a row that heads others says by when ("Đến năm 2030"). A report has such columns too, with no such row.
 */
function isOpenGoal(table: Table, column: number, rules: CellRules, wordsOf: (b: Block) => string): boolean {
  const heads = table.get(0) ?? []
  const isOpen = heads.some(b => columnOf(b) === column && rules.match('open-head', wordsOf(b)))
  const isOfIndicators = heads.some(b => columnOf(b) > 0 && columnOf(b) < column && rules.match('indicator-head', wordsOf(b)))
  return isOpen && isOfIndicators && [...table].some(([index, row]) => index > 0 && row.length <= 2 && row.some(b => rules.match('group-time', wordsOf(b))))
}

/** The words of a column's head: "Mục tiêu" and "Năm 2025" where the head has two rows. */
const headsOf = (heads: readonly Block[], column: number, wordsOf: (b: Block) => string): string[] => {
  const words = heads.filter(b => columnOf(b) === column).map(wordsOf)
  return words.length > 1 ? [words.join(' '), ...words] : words
}

function planOf(table: Table, rules: CellRules, wordsOf: (block: Block) => string): Plan | null {
  const heads = table.get(0) ?? []
  const width = widthOf(heads)
  const unitColumns = new Map<number, boolean>()
  const columns = new Map<number, Unit | null>()
  let goals = 0
  for (let column = 1; column < width; column++) {
    const words = headsOf(heads, column, wordsOf)
    if (words.some(w => rules.match('unit-head', w)))
      unitColumns.set(
        column,
        words.some(w => rules.match('agency-head', w)),
      )
    const goal = words.find(w => rules.match('goal-head', w)) ?? (isOpenGoal(table, column, rules, wordsOf) ? words[0] : undefined)
    const reached = words.find(w => rules.match('reached-head', w))
    const head = reached ?? goal
    if (head === undefined || column === 1) continue
    if (reached === undefined) goals++
    columns.set(column, bracketedUnit(words[0] as string, rules))
  }
  // Figures of what was reached are read beside goals alone: a table without goals may be of anything.
  if (goals === 0 || unitColumns.size > 1) return null
  const [unitColumn = null] = [...unitColumns.keys()]
  const inUnits = [...table].flatMap(([index, row]) => (index === 0 ? [] : row.filter(b => columnOf(b) === unitColumn)))
  const isOverUnits = 2 * inUnits.filter(b => unitOf(wordsOf(b), rules, true) !== null).length > inUnits.length
  return { width, columns, unitColumn, unsure: unitColumn !== null && unitColumns.get(unitColumn) === true && !isOverUnits }
}

/**
 * The plan of a table whose heads name what is measured, one by one, where the line above it says that its figures are goals: "Chỉ tiêu giao năm 2025" over
 * "Đơn vị | Bao phủ BHYT (%) | Số trẻ được tiêm chủng (trẻ)".
 */
function planOfHeads(table: Table, caption: string, rules: CellRules, wordsOf: (block: Block) => string): Plan | null {
  const heads = table.get(0) ?? []
  if (!rules.match('goal-caption', caption)) return null
  const columns = new Map<number, Unit>()
  for (const head of heads) {
    const words = wordsOf(head)
    const bracket = columnOf(head) > 0 ? rules.match('head-unit', words) : undefined
    const unit = bracket ? unitOf(bracket.raw.replace(/[()]/gu, '').trim(), rules, false) : bracketedUnit(words, rules)
    if (unit) columns.set(columnOf(head), { ...unit, emit: { ...unit.emit, headed: true } })
  }
  return columns.size === 0 ? null : { width: widthOf(heads), columns, unitColumn: null, unsure: false }
}

/** The words of the line right above a table. */
function captionOf(table: Table, blocks: readonly Block[], wordsOf: (block: Block) => string): string {
  const first = table.get(0)?.[0]
  const above = first && blocks[first.id - 1]
  return above && above.cell === null ? wordsOf(above) : ''
}

function unitOfRow(row: readonly Block[], plan: Plan, rules: CellRules, wordsOf: (block: Block) => string): Unit | null {
  const cell = plan.unitColumn === null ? undefined : row.find(b => columnOf(b) === plan.unitColumn)
  if (cell) return unitOf(wordsOf(cell), rules, plan.unsure)
  const first = Math.min(...plan.columns.keys())
  for (const block of row) {
    const unit = columnOf(block) < first ? bracketedUnit(wordsOf(block), rules) : null
    if (unit) return unit
  }
  return null
}

/**
 * The bare numbers of tables whose unit stands in a column of its own, in the head, or behind the row's label, under heads that name a year or a goal, or under
 * a line that does. Only rows as wide as the head are read, and only cells that hold a number and no more: what a figure without unit or head means is not
 * certain.
 */
export function findCellValues(text: string, blocks: readonly Block[], rulebook: Rulebook): CellValues {
  const rules = cellRulesOf(rulebook)
  const wordsOf = (block: Block): string => text.slice(block.bodyStart, block.span.end)
  const finds: QuantityFind[] = []
  const labels = new Set<number>()
  const merged = mergedCells(blocks)
  for (const [number, table] of tablesIn(blocks)) {
    const plan = planOf(table, rules, wordsOf) ?? planOfHeads(table, captionOf(table, blocks, wordsOf), rules, wordsOf)
    if (!plan) continue
    for (const [index, row] of table) {
      if (index === 0 || widthOf(row) > plan.width) continue
      const rowUnit = unitOfRow([...row, ...(merged.get(`${number}/${index}`) ?? [])], plan, rules, wordsOf)
      // A short row may have lost any of its cells; a unit in the column of units shows that none before it is missing.
      if (widthOf(row) < plan.width && !(plan.unitColumn !== null && rowUnit)) continue
      for (const block of row) {
        const unit = plan.columns.get(columnOf(block)) ?? (plan.columns.has(columnOf(block)) ? rowUnit : null)
        if (unit) finds.push(...findsIn(text, block, unit, rules, rulebook))
      }
      const first = Math.min(...plan.columns.keys())
      if (rowUnit) for (const block of row) if (columnOf(block) < first) labels.add(block.id)
    }
  }
  return { finds, labels }
}

/** The figures of a cell: a bare number, or in a row of ranks a place in each of several rankings ("≤ 3 Đông Nam Á; ≤ 50 Thế giới"). */
function findsIn(text: string, block: Block, unit: Unit, rules: CellRules, rulebook: Rulebook): QuantityFind[] {
  const statement = { start: block.bodyStart, end: block.span.end }
  const cues = cuesIn(text, statement, ['comparator'], rulebook)
  return rules.all(unit.emit.kind === 'rank' ? 'place' : 'value', text.slice(statement.start, statement.end)).flatMap(found => {
    const span = found.partSpan('value')
    if (!span) return []
    const at = { start: statement.start + span.start, end: statement.start + span.end }
    return {
      ruleId: found.rule.id,
      span: at,
      raw: text.slice(at.start, at.end),
      block: block.id,
      emit: { ...found.rule.emit, ...unit.emit },
      number: found.parts.number as string,
      upper: found.parts.upper?.trim() || null,
      scale: unit.scale,
      unit: unit.unit,
      noun: unit.noun,
      denominator: null,
      per: null,
      statement,
      cues,
    }
  })
}
