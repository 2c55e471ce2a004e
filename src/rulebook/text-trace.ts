import { canonicalLetters, LETTERS } from './letters.js'

/** Places of the table; a line leaves some hundred marks in it. */
const SIZE = 1 << 14
const MASK = SIZE - 1

const letterOf = (code: number): number => (code < LETTERS ? (canonicalLetters[code] as number) : code)
const pairMark = (a: number, b: number): number => (a * 31 + b * 1021 + 7) & MASK
const tripleMark = (a: number, b: number, c: number): number => (a * 31 + b * 1021 + c * 8209 + 13) & MASK

/**
 * The marks that a text leaves when it holds a literal (given in canonical letters): one for a letter, one for each pair and triple of a longer one.
 * Two literals may share a mark, so marks can only tell that a text does not hold one.
 */
export function marksOf(literal: string): Uint16Array {
  const at = (i: number): number => literal.charCodeAt(i)
  if (literal.length === 1) return Uint16Array.of(at(0) & MASK)
  if (literal.length === 2) return Uint16Array.of(pairMark(at(0), at(1)))
  return Uint16Array.from({ length: literal.length - 2 }, (_, i) => tripleMark(at(i), at(i + 1), at(i + 2)))
}

/** The marks of one text: `table[mark]` is `turn` where the text left it. */
export interface TextTrace {
  text: string
  turn: number
  readonly table: Uint32Array
}

export const emptyTrace = (): TextTrace => ({ text: '', turn: 1, table: new Uint32Array(SIZE) })

/** Leaves the marks of a text; those of the text before go out of date by the turn and need not be wiped. */
export function retrace(trace: TextTrace, text: string): void {
  const turn = trace.turn === 0xffffffff ? 1 : trace.turn + 1
  if (turn === 1) trace.table.fill(0)
  trace.text = text
  trace.turn = turn
  const { table } = trace
  let a = 0
  let b = 0
  for (let i = 0; i < text.length; i++) {
    const c = letterOf(text.charCodeAt(i))
    table[c & MASK] = turn
    table[pairMark(b, c)] = turn
    table[tripleMark(a, b, c)] = turn
    a = b
    b = c
  }
}

/** Whether a text may hold one of the literals whose marks are given; false is certain. */
export function mayHold({ table, turn }: TextTrace, literals: readonly Uint16Array[]): boolean {
  for (const marks of literals) {
    let i = 0
    while (i < marks.length && table[marks[i] as number] === turn) i++
    if (i === marks.length) return true
  }
  return false
}
