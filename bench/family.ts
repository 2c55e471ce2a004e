/** One line of the bench: what was measured, the figure, and the goal or the yardstick beside it. */
export interface Row {
  readonly what: string
  readonly figure: string
  readonly note: string
}

/** Rows that are measured together; one family a file of `families/`, one entry of the table in `run.ts`. */
export interface Family {
  readonly about: string
  /** Measures; a family that lacks a program it needs says so in a row instead of failing. */
  readonly measure: () => Promise<readonly Row[]>
}
