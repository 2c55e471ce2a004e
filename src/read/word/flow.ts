/** Words of one look, as a word processor's file holds them. */
export interface FlowRun {
  readonly kind: 'run'
  /** Characters; bytes of a legacy font as Windows-1252 shows them. */
  readonly text: string
  /** The font's name, null where the file does not say. */
  readonly font: string | null
  readonly bold: boolean
  /** Shown in capitals whatever the letters are ("All caps"). */
  readonly capitals: boolean
}

/** The end of a row; `merged` are the columns whose cells go on with the ones above them. */
export interface FlowRow {
  readonly kind: 'row'
  readonly merged?: readonly number[]
}

/** The parts of a word processor's text in reading order; a row is told at its end, as the files do it. */
export type FlowItem = FlowRun | { readonly kind: 'paragraph'; readonly inTable: boolean } | { readonly kind: 'cell' } | FlowRow
