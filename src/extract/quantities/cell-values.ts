import type { QuantityFind } from '../../model/quantity-find.js'
import type { Block } from '../../model/section.js'
import type { Rulebook } from '../../rulebook/index.js'
import { cuesIn } from './cues.js'

type Row = readonly Block[]

function tablesIn(blocks: readonly Block[]): Map<number, Map<number, Block[]>> {
  const tables = new Map<number, Map<number, Block[]>>()
  for (const block of blocks) {
    if (!block.cell) continue
    const rows = tables.get(block.cell.table) ?? new Map<number, Block[]>()
    tables.set(block.cell.table, rows)
    rows.set(block.cell.row, [...(rows.get(block.cell.row) ?? []), block])
  }
  return tables
}

const columnOf = (block: Block): number => block.cell?.column ?? -1
const widthOf = (row: Row): number => Math.max(-1, ...row.map(columnOf))

/**
 * The bare numbers of tables whose unit stands in a column of its own, in rows whose unit is percent and under heads that name a year or a goal.
 * Only tables with one head row as wide as the row are read: what a number under a split head means is not certain.
 */
export function findCellValues(text: string, blocks: readonly Block[], rulebook: Rulebook): QuantityFind[] {
  const rules = new Map(rulebook.stage('quantity-cell').map(rule => [rule.id, rule]))
  const wordsOf = (block: Block): string => text.slice(block.bodyStart, block.span.end)
  const match = (name: string, block: Block) => rules.get(`quantity-cell.${name}`)?.findAll(wordsOf(block))[0]
  const finds: QuantityFind[] = []
  for (const rows of tablesIn(blocks).values()) {
    const heads = rows.get(0) ?? []
    const unitColumns = heads.filter(b => match('unit-head', b)).map(columnOf)
    if (unitColumns.length !== 1) continue
    const goals = new Set(heads.filter(b => columnOf(b) > (unitColumns[0] as number) && match('goal-head', b)).map(columnOf))
    for (const row of rows.values()) {
      const unit = row.find(b => columnOf(b) === unitColumns[0])
      if (!unit || widthOf(row) !== widthOf(heads) || !match('percent', unit)) continue
      for (const block of row) {
        const found = goals.has(columnOf(block)) ? match('value', block) : undefined
        const span = found?.partSpan('value')
        if (!found || !span) continue
        const at = { start: block.bodyStart + span.start, end: block.bodyStart + span.end }
        const statement = { start: block.bodyStart, end: block.span.end }
        finds.push({
          ruleId: found.rule.id,
          span: at,
          raw: text.slice(at.start, at.end),
          block: block.id,
          emit: found.rule.emit,
          number: found.parts.number as string,
          upper: found.parts.upper?.trim() || null,
          scale: null,
          unit: '%',
          noun: null,
          denominator: null,
          per: null,
          statement,
          cues: cuesIn(text, statement, ['comparator'], rulebook),
        })
      }
    }
  }
  return finds
}
