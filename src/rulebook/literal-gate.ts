import { type LiteralAutomaton, LONGEST, literalAutomaton } from './literal-automaton.js'

/** From this length on a text that is asked about in ranges is read once, and the places of all literals kept. */
const LONG = 1500

/** Sets by number, a bit each. */
export type SetBits = Uint32Array

/** Whether all of a list of sets are among some. */
export function hasSets(bits: SetBits, sets: readonly number[]): boolean {
  for (const set of sets) if ((((bits[set >>> 5] as number) >>> (set & 31)) & 1) === 0) return false
  return true
}

/** So many sets, those of the list among them. */
export function bitsOf(count: number, sets: Iterable<number> = []): SetBits {
  const bits = new Uint32Array((count + 31) >>> 5)
  for (const set of sets) addSet(bits, set)
  return bits
}

/** Whether two lists of sets have one in common. */
export function haveCommon(a: SetBits, b: SetBits): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] as number) & (b[i] as number)) !== 0) return true
  return false
}

const addSet = (bits: SetBits, set: number): void => {
  bits[set >>> 5] = (bits[set >>> 5] as number) | (1 << (set & 31))
}

export interface LiteralGate {
  /** The sets of which a literal may begin in a part of a text; that one is not among them is certain. They are overwritten by the next question. */
  heldIn(text: string, from: number, to: number): SetBits
  /** Tells that some words are those of a text from `start` on, so that they need not be read again; it lasts until the next are told. */
  notePart(words: string, text: string, start: number): void
}

/** The literals of a text: where each ends, in order, and of which set it is. */
interface Places {
  /** The very string that was asked about last: to compare two strings of the same letters takes as long as they are, to compare one with itself takes no time. */
  text: string
  readonly ends: Uint32Array
  readonly sets: Uint16Array
}

/** Reads texts for their literals, one after another, into memory that is kept. What it gives is overwritten by the next text. */
function literalReader({ symbols, width, next, found, sets }: LiteralAutomaton): (text: string) => Places {
  let ends = new Uint32Array(LONG)
  let which = new Uint16Array(LONG)
  return text => {
    let size = 0
    let state = 0
    for (let i = 0; i < text.length; i++) {
      state = next[state * width + (symbols[text.charCodeAt(i)] as number)] as number
      const stop = found[state + 1] as number
      for (let k = found[state] as number; k < stop; k++) {
        if (size === ends.length) [ends, which] = [longer(ends, new Uint32Array(size * 2)), longer(which, new Uint16Array(size * 2))]
        ends[size] = i + 1
        which[size++] = sets[k] as number
      }
    }
    return { text, ends: ends.subarray(0, size), sets: which.subarray(0, size) }
  }
}

function longer<T extends Uint16Array | Uint32Array>(values: T, room: T): T {
  room.set(values)
  return room
}

/** The first literal that ends behind a place. */
function firstBehind(ends: Uint32Array, place: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * A gate before rules, which need literals of the sets given. Long texts are read once for all sets and all their parts; of short ones it is kept which sets they
 * hold, and that answers for their parts too. What was found is kept of the last texts alone: a document, and a line of it. All rules of a stage ask about the
 * same range in turn: the answer for all sets is found once.
 */
export function literalGate(sets: readonly (readonly string[])[]): LiteralGate {
  let reader: ((text: string) => Places) | null = null
  const read = (text: string): Places => {
    reader ??= literalReader(literalAutomaton(sets))
    return reader(text)
  }
  const held = bitsOf(sets.length)
  let recent: Places | null = null
  let earlier: Places | null = null
  /** What `held` tells of; a short text is asked about as a whole, from -1 on. */
  let askedText = ''
  let askedFrom = 0
  let askedTo = 0

  /** Whether `held` has to be found out anew. */
  function isNew(text: string, from: number, to: number): boolean {
    const isSame = askedFrom === from && askedTo === to && askedText === text
    askedText = text
    askedFrom = from
    askedTo = to
    if (!isSame) held.fill(0)
    return !isSame
  }

  function inShort(text: string): SetBits {
    if (isNew(text, -1, text.length)) for (const set of read(text).sets) addSet(held, set)
    return held
  }

  function inPlaces(places: Places, from: number, to: number): SetBits {
    if (!isNew(places.text, from, to)) return held
    const { ends, sets } = places
    for (let i = firstBehind(ends, from); i < ends.length && (ends[i] as number) <= to + LONGEST; i++) addSet(held, sets[i] as number)
    return held
  }

  function known(text: string): Places | null {
    if (recent?.text !== text) {
      if (earlier?.text !== text) return null
      ;[recent, earlier] = [earlier, recent]
    }
    recent.text = text
    return recent
  }

  function places(text: string): Places {
    const before = known(text)
    if (before) return before
    const { ends, sets } = read(text)
    earlier = recent
    recent = { text, ends: ends.slice(), sets: sets.slice() }
    return recent
  }

  let part = ''
  let whole = ''
  let partStart = 0

  return {
    heldIn(text, from, to) {
      if (text === part) {
        part = text
        return inPlaces(places(whole), partStart + from, partStart + to)
      }
      const isWhole = from === 0 && to === text.length
      const isWorth = text.length >= LONG && !isWhole
      const found = isWorth ? places(text) : known(text)
      return found ? inPlaces(found, from, to) : inShort(text)
    },
    notePart(words, text, start) {
      const isWorth = text.length >= LONG
      part = isWorth ? words : ''
      whole = isWorth ? text : ''
      partStart = start
    },
  }
}
