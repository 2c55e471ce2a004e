import { canonicalLetters, LETTERS } from './letters.js'

/** Longer literals are told by their beginning. */
export const LONGEST = 5

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

function symbolsOf(literals: Iterable<string>): { readonly symbols: Uint8Array | Uint16Array; readonly width: number } {
  const letters = new Set<number>()
  for (const literal of literals) for (let i = 0; i < literal.length; i++) letters.add(literal.charCodeAt(i))
  const symbols = letters.size < 0xff ? new Uint8Array(0x10000) : new Uint16Array(0x10000)
  let symbol = 0
  for (const letter of letters) symbols[letter] = ++symbol
  for (let code = 0; code < LETTERS; code++) symbols[code] = symbols[canonicalLetters[code] as number] as number
  return { symbols, width: letters.size + 1 }
}

/** A state while the automaton is built. */
interface State {
  /** Symbols and the states to which they lead, in turn. */
  readonly steps: number[]
  sets: readonly number[]
}

/** Builds the automaton of sets of literals in canonical letters; a set is called by its place in the list. */
export function literalAutomaton(sets: readonly (readonly string[])[]): LiteralAutomaton {
  const wanted = new Map<string, number[]>()
  sets.forEach((literals, set) => {
    for (const literal of literals) {
      const text = literal.slice(0, LONGEST)
      const wanting = wanted.get(text)
      if (wanting === undefined) wanted.set(text, [set])
      else if (wanting.at(-1) !== set) wanting.push(set)
    }
  })
  const { symbols, width } = symbolsOf(wanted.keys())
  let most = 1
  for (const literal of wanted.keys()) most += literal.length
  const next = most < 0x10000 ? new Uint16Array(most * width) : new Uint32Array(most * width)
  const states: State[] = [{ steps: [], sets: [] }]
  for (const [literal, wanting] of wanted) {
    let state = 0
    for (let i = 0; i < literal.length; i++) {
      const symbol = symbols[literal.charCodeAt(i)] as number
      const place = state * width + symbol
      if (next[place] === 0) {
        next[place] = states.push({ steps: [], sets: [] }) - 1
        states[state]?.steps.push(symbol, next[place] as number)
      }
      state = next[place] as number
    }
    ;(states[state] as State).sets = wanting
  }
  completeSteps(next, width, states)
  const found = new Uint32Array(states.length + 1)
  states.forEach((state, i) => {
    found[i + 1] = (found[i] as number) + state.sets.length
  })
  return { symbols, width, next: next.slice(0, states.length * width), found, sets: Uint16Array.from(states.flatMap(state => state.sets)) }
}

/** Fills in, in order of depth, where a state goes when no literal goes on: to the state of the longest end of what was read that begins a literal. */
function completeSteps(next: Uint16Array | Uint32Array, width: number, states: readonly State[]): void {
  const fallback = new Uint32Array(states.length)
  const queue: number[] = []
  for (let at = -1; at < queue.length; at++) {
    const number = at < 0 ? 0 : (queue[at] as number)
    const { steps } = states[number] as State
    const other = fallback[number] as number
    if (number > 0) {
      const shorter = (states[other] as State).sets
      const state = states[number] as State
      if (shorter.length > 0) state.sets = [...new Set([...state.sets, ...shorter])]
      next.copyWithin(number * width, other * width, (other + 1) * width)
    }
    for (let i = 0; i < steps.length; i += 2) {
      const [symbol, child] = [steps[i] as number, steps[i + 1] as number]
      fallback[child] = number === 0 ? 0 : (next[other * width + symbol] as number)
      next[number * width + symbol] = child
      queue.push(child)
    }
  }
}
