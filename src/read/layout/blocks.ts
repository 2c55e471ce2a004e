import type { FontNature } from '../encoding/fonts.js'

/** Words of one print within a line. */
export interface Run {
  readonly text: string
  readonly bold: boolean
  /** What the font's name says, where it is one from before Unicode; the words are then its bytes as Windows shows them. */
  readonly font?: FontNature | null
}

/** A cell of a table; what spans several columns or rows stands in the first of them. */
export interface Cell {
  readonly blocks: readonly Block[]
  readonly columns: number
  readonly rows: number
}

export interface Table {
  readonly kind: 'table'
  readonly rows: readonly (readonly Cell[])[]
}

/** What a document is made of, whatever format it came in: lines (a paragraph, or a part of one behind a line break), blank lines, footnotes, tables. */
export type Block =
  | { readonly kind: 'line'; readonly runs: readonly Run[] }
  | { readonly kind: 'blank' }
  | { readonly kind: 'note'; readonly label: string; readonly runs: readonly Run[] }
  | Table

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A footnote's number as it is raised in running text and at the head of the note: "12" is "¹²"; what is no number stays as it is. */
export const raised = (label: string): string => (/^\d+$/.test(label) ? [...label].map(d => RAISED[Number(d)]).join('') : label)

const LOWERED = '₀₁₂₃₄₅₆₇₈₉'

/** An index as it is lowered in running text. */
export const lowered = (label: string): string => (/^\d+$/.test(label) ? [...label].map(d => LOWERED[Number(d)]).join('') : label)
