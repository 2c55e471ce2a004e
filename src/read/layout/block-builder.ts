import type { FontNature } from '../encoding/fonts.js'
import type { Block, Cell, Run, Table } from './blocks.js'

/** Takes a document in its reading order and gives its blocks. Calls that do not fit (a cell outside a table) are taken as text. */
export interface BlockBuilder {
  text(words: string, bold: boolean, font?: FontNature | null): void
  /** Ends the line, if it holds words. */
  endLine(): void
  /** Ends the line; a line without words stands as a blank one. */
  endParagraph(): void
  openTable(): void
  closeTable(): void
  openRow(): void
  openCell(columns: number, rows: number): void
  closeCell(): void
  /** What follows is the body of a footnote, until `closeNote`. It is set behind the line or the table that stands open. */
  openNote(label: string): void
  closeNote(): void
  /** What follows stands apart (a box of text), until `closeAside`: it is set behind the line or the table that stands open. */
  openAside(): void
  closeAside(): void
  finish(): readonly Block[]
}

/** Spans of damaged files go up to 2^31; no table of a decree has this many columns or rows. */
const MOST_SPAN = 1000
const within = (span: number): number => (Number.isInteger(span) && span > 1 ? Math.min(span, MOST_SPAN) : 1)

/** Tables inside each other beyond this are read as the words of the cell they stand in: no decree has them, and each level costs the later stages a call. */
const DEEPEST_TABLE = 40

interface OpenTable {
  readonly rows: Cell[][]
  cell: { readonly columns: number; readonly rows: number; readonly outer: Block[] } | null
}

/** A builder for one document. */
export function createBlockBuilder(): BlockBuilder {
  let blocks: Block[] = []
  let runs: Run[] = []
  let note: { readonly label: string; readonly outerRuns: Run[]; readonly lines: Run[] } | null = null
  const notes: Block[] = []
  const tables: OpenTable[] = []
  const asides: { readonly blocks: Block[]; readonly runs: Run[] }[] = []

  const hasWords = (): boolean => runs.some(r => /\S/.test(r.text))
  const flushNotes = (): void => {
    if (tables.length === 0 && asides.length === 0) blocks.push(...notes.splice(0))
  }
  const endLine = (): void => {
    if (note) {
      note.lines.push(...runs, { text: ' ', bold: false })
      runs = []
      return
    }
    if (hasWords()) {
      blocks.push({ kind: 'line', runs })
      flushNotes()
    }
    runs = []
  }
  const closeCell = (): void => {
    endLine()
    const table = tables.at(-1)
    if (!table?.cell) return
    const { columns, rows, outer } = table.cell
    table.rows.at(-1)?.push({ blocks, columns, rows })
    blocks = outer
    table.cell = null
  }
  let flattened = 0
  const builder: BlockBuilder = {
    text: (text, bold, font = null) => {
      if (text !== '') runs.push({ text, bold, font })
    },
    endLine,
    endParagraph() {
      if (hasWords() || note) endLine()
      else {
        runs = []
        if (blocks.at(-1)?.kind !== 'blank') blocks.push({ kind: 'blank' })
      }
    },
    openTable() {
      endLine()
      if (tables.length >= DEEPEST_TABLE) flattened++
      else tables.push({ rows: [], cell: null })
    },
    closeTable() {
      if (flattened > 0) {
        flattened--
        endLine()
        return
      }
      closeCell()
      const table = tables.pop()
      if (!table) return
      const rows = table.rows.filter(row => row.length > 0)
      if (rows.length > 0) blocks.push({ kind: 'table', rows } satisfies Table)
      flushNotes()
    },
    openRow() {
      if (flattened > 0) return endLine()
      closeCell()
      tables.at(-1)?.rows.push([])
    },
    openCell(columns, rows) {
      if (flattened > 0) return endLine()
      closeCell()
      const table = tables.at(-1)
      if (!table) return
      if (table.rows.length === 0) table.rows.push([])
      table.cell = { columns: within(columns), rows: within(rows), outer: blocks }
      blocks = []
    },
    closeCell() {
      if (flattened > 0) endLine()
      else closeCell()
    },
    openNote(label) {
      if (note) builder.closeNote()
      note = { label, outerRuns: runs, lines: [] }
      runs = []
    },
    closeNote() {
      if (!note) return
      endLine()
      notes.push({ kind: 'note', label: note.label, runs: note.lines })
      runs = note.outerRuns
      note = null
      if (runs.length === 0) flushNotes()
    },
    openAside() {
      asides.push({ blocks, runs })
      blocks = []
      runs = []
    },
    closeAside() {
      endLine()
      const outer = asides.pop()
      if (!outer) return
      notes.push(...blocks)
      blocks = outer.blocks
      runs = outer.runs
    },
    finish() {
      builder.closeNote()
      while (asides.length > 0) builder.closeAside()
      while (tables.length > 0) builder.closeTable()
      endLine()
      flushNotes()
      return blocks
    },
  }
  return builder
}
