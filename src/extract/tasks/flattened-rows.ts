import type { Piece } from '../../model/find.js'
import type { Reading } from '../../model/reading.js'
import type { Block } from '../../model/section.js'
import type { TaskFind } from '../../model/task-find.js'
import type { Rulebook } from '../../rulebook/index.js'
import { type BodyLister, bodiesAt, bodyLister } from '../agencies/body-list.js'

/** Fewer rows than this are lines that only look like cells. */
const LEAST_ROWS = 3
const SHORT = 160

interface Cells {
  readonly reading: Reading
  readonly blocks: readonly Block[]
  readonly lister: BodyLister
  readonly rulebook: Rulebook
}

const wordsOf = ({ reading }: Cells, block: Block): string => reading.text.slice(block.span.start, block.span.end)
const pieceOf = (cells: Cells, block: Block): Piece => ({ span: block.span, raw: wordsOf(cells, block) })

function isBodies(cells: Cells, block: Block | undefined): block is Block {
  if (block?.kind !== 'paragraph' || block.span.end - block.span.start > SHORT) return false
  const last = bodiesAt(cells.lister, block.span.start, block.span.end).at(-1)
  return last !== undefined && /^[\s\p{Lu}\p{Ll}]{0,12}$/u.test(cells.reading.text.slice(last.span.end, block.span.end))
}

function isDue(cells: Cells, block: Block | undefined): block is Block {
  if (block?.kind !== 'paragraph') return false
  const words = wordsOf(cells, block)
  return words.length <= 60 && cells.rulebook.stage('task-due').some(rule => rule.matchAt(words, 0)?.span.end === words.length)
}

const isProduct = (cells: Cells, block: Block | undefined): block is Block =>
  block?.kind === 'paragraph' && cells.rulebook.stage('task-product').some(rule => rule.matchAt(wordsOf(cells, block), 0) !== null)

/** Whether a block stands in the same row as the one before it: no more than the end of a cell parts them. */
const sameRow = ({ reading }: Cells, next: Block): boolean => reading.normalization.nextCells.has(next.span.start)

/** The cell right before `at`: one paragraph, or the bullets that fill it. */
function cellBefore(cells: Cells, at: number): { readonly piece: Piece; readonly block: Block } | null {
  const last = cells.blocks[at - 1]
  if (last?.kind !== 'paragraph' && last?.kind !== 'bullet') return null
  let first = at - 1
  while (last.kind === 'bullet' && cells.blocks[first - 1]?.kind === 'bullet' && cells.blocks[first - 1]?.parent === last.parent) first--
  const run = cells.blocks.slice(first, at)
  const block = run[0] as Block
  return { block, piece: { span: { start: block.span.start, end: last.span.end }, raw: run.map(b => wordsOf(cells, b)).join(' ') } }
}

function rowAt(cells: Cells, at: number): TaskFind | null {
  const [product, lead, second, third] = cells.blocks.slice(at, at + 4)
  const before = cells.blocks[at - 1]
  const cell = cellBefore(cells, at)
  if (!isProduct(cells, product) || !isBodies(cells, lead) || !sameRow(cells, lead)) return null
  if (!before || cell === null || cell.piece.raw.length < 30 || !sameRow(cells, product)) return null
  const support = isBodies(cells, second) && sameRow(cells, second) ? second : null
  const next = support ? third : second
  const due = isDue(cells, next) && sameRow(cells, next) ? next : null
  return {
    ruleId: 'task.flattened-row',
    span: { start: cell.piece.span.start, end: (due ?? support ?? lead).span.end },
    raw: cell.piece.raw,
    block: cell.block.id,
    group: null,
    no: null,
    task: cell.piece,
    lead: pieceOf(cells, lead),
    support: support && pieceOf(cells, support),
    due: due && pieceOf(cells, due),
    product: pieceOf(cells, product),
    note: null,
  }
}

/**
 * Rows of an assignment table whose lines and head are lost, one cell a line: a task, its product, the bodies that do it. Only
 * what the cells themselves say is given; cells that merging took away stay null.
 */
export function flattenedRows(reading: Reading, rulebook: Rulebook): TaskFind[] {
  const blocks = reading.segmentation.blocks.filter(b => b.cell === null)
  const cells: Cells = { reading, blocks, lister: bodyLister(reading.text, rulebook), rulebook }
  const finds: TaskFind[] = []
  for (let i = 1; i < blocks.length - 1; i++) {
    if (!isProduct(cells, blocks[i])) continue
    const find = rowAt(cells, i)
    if (find) finds.push(find)
  }
  return finds.length >= LEAST_ROWS ? finds : []
}
