import { type LiteralAutomaton, LONGEST, literalAutomaton } from './literal-automaton.js'
import { type FoundLiterals, firstBehind, type LiteralPlaces, placesBySet } from './literal-places.js'

/** From this length on a text that is asked about in ranges is read once, and the places of all literals kept. */
const LONG = 1500

/** Whether a literal of a set may begin in the part of a text that was asked about; that none does is certain. It answers for the last question alone. */
export type Held = (set: number) => boolean

/** Whether all of a list of sets are held. */
export function holdsAll(held: Held, sets: readonly number[]): boolean {
  for (let i = 0; i < sets.length; i++) if (!held(sets[i] as number)) return false
  return true
}

export interface LiteralGate {
  /** Which sets a part of a text holds. */
  heldIn(text: string, from: number, to: number): Held
  /**
   * The same for a single rule; null when a short text is asked about for the first time: to read it for one rule takes longer than to run the rule. A text that is asked about again is read.
   */
  heldForOne(text: string, from: number, to: number): Held | null
  /** Where the literals of a set begin that stand wholly in a part of a text, in order; null for a text that was not read. All literals of the set must be of that length, and no longer than `LONGEST`. */
  startsOf(set: number, length: number, text: string, from: number, to: number): readonly number[] | null
  /** Tells that some words are those of a text from `start` on, so that they need not be read again; it lasts until the next are told. */
  notePart(words: string, text: string, start: number): void
}

/** A long text and where its literals stand. */
interface Known {
  /** The very string that was asked about last: to compare two strings of the same letters takes as long as they are, to compare one with itself takes no time. */
  text: string
  readonly places: LiteralPlaces
}

/** Reads texts for their literals, one after another, into memory that is kept. What it gives is overwritten by the next text. */
function literalReader({ symbols, width, next, found, sets }: LiteralAutomaton): (text: string) => FoundLiterals {
  let keptEnds = new Uint32Array(LONG)
  let keptSets = new Uint16Array(LONG)
  return text => {
    let ends = keptEnds
    let which = keptSets
    let size = 0
    let state = 0
    for (let i = 0; i < text.length; i++) {
      state = next[state * width + (symbols[text.charCodeAt(i)] as number)] as number
      const stop = found[state + 1] as number
      for (let k = found[state] as number; k < stop; k++) {
        if (size === ends.length) {
          keptEnds = ends = longer(ends, new Uint32Array(size * 2))
          keptSets = which = longer(which, new Uint16Array(size * 2))
        }
        ends[size] = i + 1
        which[size++] = sets[k] as number
      }
    }
    return { size, ends, sets: which }
  }
}

function longer<T extends Uint16Array | Uint32Array>(values: T, room: T): T {
  room.set(values)
  return room
}

/**
 * A gate before rules, which need literals of the sets given. Long texts are read once for all sets and all their parts; of short ones it is kept which sets they
 * hold, and that answers for their parts too. What was found is kept of the last texts alone: a document, and a line of it.
 */
export function literalGate(sets: readonly (readonly string[])[]): LiteralGate {
  let reader: ((text: string) => FoundLiterals) | null = null
  const read = (text: string): FoundLiterals => {
    reader ??= literalReader(literalAutomaton(sets))
    return reader(text)
  }

  let recent: Known | null = null
  let earlier: Known | null = null

  function known(text: string): LiteralPlaces | null {
    if (recent?.text !== text) {
      if (earlier?.text !== text) return null
      ;[recent, earlier] = [earlier, recent]
    }
    recent.text = text
    return recent.places
  }

  function placesIn(text: string): LiteralPlaces {
    const before = known(text)
    if (before) return before
    earlier = recent
    recent = { text, places: placesBySet(read(text), sets.length) }
    short = null
    return recent.places
  }

  /** The short text that was read last, and what the reader found in it; it lasts until the reader reads another. */
  let short: string | null = null
  let inShort: FoundLiterals = { size: 0, ends: new Uint32Array(0), sets: new Uint16Array(0) }
  let unread = ''
  const isInShort = new Uint8Array(sets.length)

  function readShort(text: string): FoundLiterals {
    if (short === text) return inShort
    inShort = read(text)
    isInShort.fill(0)
    for (let i = 0; i < inShort.size; i++) isInShort[inShort.sets[i] as number] = 1
    short = text
    return inShort
  }

  let asked: LiteralPlaces | null = null
  let askedFrom = 0
  let askedTo = 0
  const heldShort: Held = set => isInShort[set] === 1
  const heldLong: Held = set => {
    const places = asked as LiteralPlaces
    const at = firstBehind(places, set, askedFrom)
    return at < (places.first[set + 1] as number) && (places.ends[at] as number) <= askedTo + LONGEST
  }

  function inPlaces(places: LiteralPlaces, from: number, to: number): Held {
    asked = places
    askedFrom = from
    askedTo = to
    return heldLong
  }

  let part = ''
  let whole = ''
  let partStart = 0

  /** What is known of a range without reading anything but a long text. */
  function heldInKnown(text: string, from: number, to: number): Held | null {
    if (text === part) {
      part = text
      return inPlaces(placesIn(whole), partStart + from, partStart + to)
    }
    const isWhole = from === 0 && to === text.length
    const found = text.length >= LONG && !isWhole ? placesIn(text) : known(text)
    return found && inPlaces(found, from, to)
  }

  function heldIn(text: string, from: number, to: number): Held {
    const held = heldInKnown(text, from, to)
    if (held) return held
    readShort(text)
    return heldShort
  }

  return {
    heldIn,
    heldForOne(text, from, to) {
      const held = heldInKnown(text, from, to)
      if (held || short === text) return held ?? heldShort
      if (unread === text) return heldIn(text, from, to)
      unread = text
      return null
    },
    startsOf(set, length, text, from, to) {
      const starts: number[] = []
      const by = text === part ? partStart : 0
      const places = text === part ? placesIn(whole) : known(text)
      if (places) {
        const stop = places.first[set + 1] as number
        for (let i = firstBehind(places, set, from + by + length - 1); i < stop && (places.ends[i] as number) <= to + by; i++)
          starts.push((places.ends[i] as number) - length - by)
        return starts
      }
      if (short !== text) return null
      const { size, ends, sets: which } = inShort
      for (let i = 0; i < size; i++) {
        const start = (ends[i] as number) - length
        if (which[i] === set && start >= from && start + length <= to) starts.push(start)
      }
      return starts
    },
    notePart(words, text, start) {
      const isWorth = text.length >= LONG
      part = isWorth ? words : ''
      whole = isWorth ? text : ''
      partStart = start
    },
  }
}
