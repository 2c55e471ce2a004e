import { canonicalLetters, isCaseless, LETTERS } from './letters.js'
import { LONGEST } from './literal-automaton.js'
import type { PatternNode } from './pattern-tree.js'

/** With more beginnings than this a pattern begins anywhere. */
const MOST = 300
/** A class of more letters than this is not followed. */
const WIDEST_CLASS = 24
/** Shorter beginnings stand in every line. */
const SHORTEST = 3

/** A text with which a match can begin, in canonical letters; when it is cut, anything may follow it. */
interface Beginning {
  readonly text: string
  readonly isCut: boolean
}

const ANYTHING: readonly Beginning[] = [{ text: '', isCut: true }]
const NOTHING: readonly Beginning[] = [{ text: '', isCut: false }]

function ofCodes(ranges: readonly (readonly [number, number])[]): readonly Beginning[] {
  const letters = new Set<string>()
  for (const [from, to] of ranges) {
    if (to - from > 2 * WIDEST_CLASS) return ANYTHING
    for (let code = from; code <= to; code++) {
      if (code >= LETTERS && !isCaseless(code)) return ANYTHING
      letters.add(String.fromCharCode(code < LETTERS ? (canonicalLetters[code] as number) : code))
    }
  }
  return letters.size <= WIDEST_CLASS ? [...letters].map(text => ({ text, isCut: false })) : ANYTHING
}

/** The same beginnings, each once, none longer than what the automaton reads. */
function distinct(all: readonly Beginning[]): readonly Beginning[] {
  const known = new Map<string, Beginning>()
  for (const { text, isCut } of all) {
    const cut = isCut || text.length > LONGEST
    known.set(`${text.slice(0, LONGEST)}${cut ? '…' : ''}`, { text: text.slice(0, LONGEST), isCut: cut })
  }
  return [...known.values()]
}

function followed(heads: readonly Beginning[], tails: readonly Beginning[]): readonly Beginning[] {
  const all = distinct(heads.flatMap(head => (head.isCut ? [head] : tails.map(tail => ({ text: head.text + tail.text, isCut: tail.isCut })))))
  return all.length <= MOST ? all : heads.map(({ text }) => ({ text, isCut: true }))
}

function beginningsOf(node: PatternNode): readonly Beginning[] {
  switch (node.kind) {
    case 'letter':
      return ofCodes([[node.code, node.code]])
    case 'class':
      return node.isNegated ? ANYTHING : ofCodes(node.ranges)
    case 'place':
      return NOTHING
    case 'any':
      return ANYTHING
    case 'choice': {
      const all = distinct(node.items.flatMap(beginningsOf))
      return all.length <= MOST ? all : ANYTHING
    }
    case 'sequence': {
      let run = NOTHING
      for (const item of node.items) {
        if (run.every(({ isCut }) => isCut)) break
        run = followed(run, beginningsOf(item))
      }
      return run
    }
    case 'repeat': {
      if (node.most === 0) return NOTHING
      const first = beginningsOf(node.item)
      const repeated = node.most === 1 ? first : followed(first, ANYTHING)
      return node.least === 0 ? distinct([...NOTHING, ...repeated]) : repeated
    }
  }
}

/**
 * Texts in canonical letters, all of one length, with one of which every match of a pattern begins: it need be tried only where one of them stands. Null where they are too
 * short or too many to tell a place.
 */
export function openings(tree: PatternNode): readonly string[] | null {
  const all = beginningsOf(tree)
  const length = Math.min(...all.map(({ text }) => text.length))
  return length < SHORTEST ? null : [...new Set(all.map(({ text }) => text.slice(0, length)))]
}
