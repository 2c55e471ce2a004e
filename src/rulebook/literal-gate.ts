import { type LiteralAutomaton, LONGEST, literalAutomaton } from './literal-automaton.js'

/** From this length on a text that is asked about in ranges is read once, and the places of all literals kept. */
const LONG = 1500

/** Where the literals of each set end in a text: of set `s` the places `ends[first[s]]` to `ends[first[s + 1]]`, in order. */
interface Places {
  /** The very string that was asked about last: to compare two strings of the same letters takes as long as they are, to compare one with itself takes no time. */
  text: string
  readonly first: Uint32Array
  readonly ends: Uint32Array
  /** The place that was found last for each set: ranges are mostly asked about from left to right. */
  readonly cursors: Uint32Array
}

export interface LiteralGate {
  /** Whether a literal of a set may begin in a part of a text; false is certain. */
  mayHold(text: string, from: number, to: number, set: number): boolean
  /** Tells that some words are those of a text from `start` on, so that they need not be read again; it lasts until the next are told. */
  notePart(words: string, text: string, start: number): void
}

function placesOf(text: string, { symbols, width, next, found, sets }: LiteralAutomaton, count: number): Places {
  let ends = new Uint32Array(text.length)
  let which = new Uint16Array(text.length)
  const first = new Uint32Array(count + 1)
  let size = 0
  let state = 0
  for (let i = 0; i < text.length; i++) {
    state = next[state * width + (symbols[text.charCodeAt(i)] as number)] as number
    const stop = found[state + 1] as number
    for (let k = found[state] as number; k < stop; k++) {
      if (size === ends.length) [ends, which] = [longer(ends, new Uint32Array(size * 2)), longer(which, new Uint16Array(size * 2))]
      const set = sets[k] as number
      ends[size] = i + 1
      which[size++] = set
      first[set + 1] = (first[set + 1] as number) + 1
    }
  }
  for (let set = 0; set < count; set++) first[set + 1] = (first[set + 1] as number) + (first[set] as number)
  const cursors = first.slice(0, count)
  const sorted = new Uint32Array(size)
  for (let i = 0; i < size; i++) {
    const set = which[i] as number
    sorted[cursors[set] as number] = ends[i] as number
    cursors[set] = (cursors[set] as number) + 1
  }
  return { text, first, ends: sorted, cursors: first.slice(0, count) }
}

function longer<T extends Uint16Array | Uint32Array>(values: T, room: T): T {
  room.set(values)
  return room
}

/** So many places behind the last one are looked at in turn; what is further on is searched, since ranges may be asked about in any order. */
const NEAR = 8

/** The first of the places between two that ends behind `from`. */
function firstBehind(ends: Uint32Array, start: number, stop: number, from: number): number {
  let low = start
  let high = stop
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) <= from) low = middle + 1
    else high = middle
  }
  return low
}

function holdsBetween({ first, ends, cursors }: Places, from: number, to: number, set: number): boolean {
  const begin = first[set] as number
  const stop = first[set + 1] as number
  let at = cursors[set] as number
  if (at > begin && (ends[at - 1] as number) > from) at = firstBehind(ends, begin, at, from)
  else {
    const near = Math.min(at + NEAR, stop)
    while (at < near && (ends[at] as number) <= from) at++
    if (at === near) at = firstBehind(ends, at, stop, from)
  }
  cursors[set] = at
  return at < stop && (ends[at] as number) <= to
}

/**
 * A gate before rules, which need literals of the sets given. Long texts are read once for all sets and all their parts; of short ones it is kept which sets they
 * hold, and that answers for their parts too. What was found is kept of the last texts alone: a document, and a line of it.
 */
export function literalGate(sets: readonly (readonly string[])[]): LiteralGate {
  let made: LiteralAutomaton | null = null
  const automaton = (): LiteralAutomaton => {
    made ??= literalAutomaton(sets)
    return made
  }
  let recent: Places | null = null
  let earlier: Places | null = null
  let short = ''
  let turn = 0
  const turns = new Float64Array(sets.length)

  function note(text: string): void {
    const { symbols, width, next, found, sets: held } = automaton()
    short = text
    turn++
    let state = 0
    for (let i = 0; i < text.length; i++) {
      state = next[state * width + (symbols[text.charCodeAt(i)] as number)] as number
      const stop = found[state + 1] as number
      for (let k = found[state] as number; k < stop; k++) turns[held[k] as number] = turn
    }
  }

  function places(text: string): Places {
    if (recent?.text === text) {
      recent.text = text
      return recent
    }
    const known = earlier?.text === text ? earlier : placesOf(text, automaton(), sets.length)
    known.text = text
    earlier = recent
    recent = known
    return known
  }

  let part = ''
  let whole = ''
  let partStart = 0

  function mayHold(text: string, from: number, to: number, set: number): boolean {
    if (text === part) return holdsBetween(places(whole), partStart + from, partStart + to + LONGEST, set)
    const isWhole = from === 0 && to === text.length
    if ((text.length >= LONG && !isWhole) || recent?.text === text || earlier?.text === text) return holdsBetween(places(text), from, to + LONGEST, set)
    if (short !== text) note(text)
    short = text
    return turns[set] === turn
  }

  return {
    mayHold,
    notePart(words, text, start) {
      const isWorth = text.length >= LONG
      part = isWorth ? words : ''
      whole = isWorth ? text : ''
      partStart = start
    },
  }
}
