import { groupBy } from '../model/group.js'
import { canonicalLetters, LETTERS } from './letters.js'

/** Longer literals are told by their beginning. */
export const LONGEST = 6

/**
 * The automaton of Aho and Corasick for many sets of literals, as a table: one step a letter, whatever the number of literals. Letters that no literal holds are
 * one symbol. `found[state]` to `found[state + 1]` are the places in `sets` of the sets that have a literal which ends in that state.
 */
export interface LiteralAutomaton {
  readonly symbols: Uint8Array | Uint16Array
  readonly width: number
  readonly next: Uint16Array | Uint32Array
  readonly found: Uint32Array
  readonly sets: Uint16Array
}

const canonical = (code: number): number => (code < LETTERS ? (canonicalLetters[code] as number) : code)

function symbolsOf(literals: readonly string[]): { readonly symbols: Uint8Array | Uint16Array; readonly width: number } {
  const letters = [...new Set(literals.flatMap(literal => Array.from({ length: literal.length }, (_, i) => literal.charCodeAt(i))))]
  const symbols = letters.length < 0xff ? new Uint8Array(0x10000) : new Uint16Array(0x10000)
  letters.forEach((letter, i) => {
    symbols[letter] = i + 1
  })
  for (let code = 0; code < LETTERS; code++) symbols[code] = symbols[canonical(code)] as number
  return { symbols, width: letters.length + 1 }
}

/** Builds the automaton of sets of literals in canonical letters; a set is called by its place in the list. */
export function literalAutomaton(sets: readonly (readonly string[])[]): LiteralAutomaton {
  const wanted = sets.flatMap((literals, set) => literals.map(literal => [literal.slice(0, LONGEST), set] as const))
  const { symbols, width } = symbolsOf(wanted.map(([literal]) => literal))
  const most = wanted.reduce((sum, [literal]) => sum + literal.length, 1)
  const next = most < 0x10000 ? new Uint16Array(most * width) : new Uint32Array(most * width)
  const ends: number[][] = [[]]
  for (const [literal, at] of groupBy(wanted, ([text]) => text)) {
    let state = 0
    for (let i = 0; i < literal.length; i++) {
      const place = state * width + (symbols[literal.charCodeAt(i)] as number)
      if (next[place] === 0) next[place] = ends.push([]) - 1
      state = next[place] as number
    }
    ends[state] = [...new Set(at.map(([, set]) => set))]
  }
  completeSteps(next, width, ends)
  const found = new Uint32Array(ends.length + 1)
  ends.forEach((set, state) => {
    found[state + 1] = (found[state] as number) + set.length
  })
  return { symbols, width, next: next.slice(0, ends.length * width), found, sets: Uint16Array.from(ends.flat()) }
}

/** Fills in, in order of depth, where a state goes when no literal goes on: to the state of the longest end of what was read that begins a literal. */
function completeSteps(next: Uint16Array | Uint32Array, width: number, ends: number[][]): void {
  const fallback = new Uint32Array(ends.length)
  const queue: number[] = []
  for (let symbol = 1; symbol < width; symbol++) if (next[symbol] !== 0) queue.push(next[symbol] as number)
  for (let i = 0; i < queue.length; i++) {
    const state = queue[i] as number
    const other = fallback[state] as number
    const shorter = ends[other] as number[]
    if (shorter.length > 0) ends[state] = [...new Set([...(ends[state] as number[]), ...shorter])]
    for (let symbol = 1; symbol < width; symbol++) {
      const place = state * width + symbol
      const beside = next[other * width + symbol] as number
      if (next[place] === 0) next[place] = beside
      else {
        fallback[next[place] as number] = beside
        queue.push(next[place] as number)
      }
    }
  }
}
