import { canonicalLetters, isCaseless, LETTERS } from './letters.js'
import type { PatternNode } from './pattern-tree.js'

/** More spellings than this are not followed any further. */
const MOST_EXACT = 40
const MOST_NEEDED = 160
const LONGEST = 16
/** A class of more letters than this says nothing. */
const WIDEST_CLASS = 12

interface Knowledge {
  /** Every text that the node can match, with canonical letters; null where they are too many. */
  readonly exact: readonly string[] | null
  /** Texts of which every match holds at least one; null where there are none such. */
  readonly needed: readonly string[] | null
}

const NOTHING: Knowledge = { exact: null, needed: null }
const EMPTY: Knowledge = { exact: [''], needed: null }

const letterOf = (code: number): string | null =>
  code < LETTERS ? String.fromCharCode(canonicalLetters[code] as number) : isCaseless(code) ? String.fromCharCode(code) : null

function ofClass(node: Extract<PatternNode, { kind: 'class' }>): Knowledge {
  if (node.isNegated) return NOTHING
  const letters = new Set<string>()
  for (const [from, to] of node.ranges) {
    if (to - from > 2 * WIDEST_CLASS) return NOTHING
    for (let code = from; code <= to; code++) {
      const letter = letterOf(code)
      if (letter === null) return NOTHING
      letters.add(letter)
    }
  }
  return letters.size <= WIDEST_CLASS ? { exact: [...letters], needed: null } : NOTHING
}

/** Whether a literal stands in almost every line, so that needing it tells nothing: a lone letter, blank or punctuation mark. */
export const isCommon = (literal: string): boolean => literal.length === 1 && /[\p{L}\s.,;:()"“”+•*-]/u.test(literal)

/** How much a list of texts tells: the longer its shortest, the rarer; then the fewer. Least where one of them stands everywhere. */
function worth(texts: readonly string[]): number {
  const shortest = texts.reduce((least, text) => Math.min(least, text.length), LONGEST)
  if (shortest === 0 || texts.length > MOST_NEEDED) return 0
  return shortest === 1 && texts.some(isCommon) ? 1 / 2 : Math.min(shortest, 6) + 1 / texts.length
}

const better = (a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null => {
  if (a === null || b === null) return a ?? b
  return worth(b) > worth(a) ? b : a
}

const usable = (texts: readonly string[] | null): readonly string[] | null => (texts !== null && worth(texts) > 0 ? texts : null)
const neededOf = ({ exact, needed }: Knowledge): readonly string[] | null => better(usable(exact), needed)

function ofSequence(items: readonly PatternNode[]): Knowledge {
  let run: readonly string[] = ['']
  let isWhole = true
  let best: readonly string[] | null = null
  for (const item of items) {
    const known = knowledgeOf(item)
    best = better(best, known.needed)
    const longer = known.exact && run.length * known.exact.length <= MOST_EXACT ? run.flatMap(a => (known.exact as string[]).map(b => a + b)) : null
    if (longer?.every(text => text.length <= LONGEST)) {
      run = longer
      continue
    }
    best = better(best, usable(run))
    isWhole = false
    const next = known.exact
    run = next?.every(text => text.length <= LONGEST) ? next : ['']
  }
  best = better(best, usable(run))
  return { exact: isWhole ? run : null, needed: best }
}

function ofChoice(items: readonly PatternNode[]): Knowledge {
  const known = items.map(knowledgeOf)
  const exact = known.every(k => k.exact !== null) ? [...new Set(known.flatMap(k => k.exact as string[]))] : null
  const needed = known.map(neededOf)
  return {
    exact: exact && exact.length <= MOST_NEEDED ? exact : null,
    needed: needed.every(n => n !== null) ? usable([...new Set(needed.flatMap(n => n as string[]))]) : null,
  }
}

function knowledgeOf(node: PatternNode): Knowledge {
  switch (node.kind) {
    case 'letter': {
      const letter = letterOf(node.code)
      return letter === null ? NOTHING : { exact: [letter], needed: null }
    }
    case 'class':
      return ofClass(node)
    case 'place':
      return EMPTY
    case 'any':
      return NOTHING
    case 'choice':
      return ofChoice(node.items)
    case 'sequence':
      return ofSequence(node.items)
    case 'repeat': {
      const known = knowledgeOf(node.item)
      if (node.most === 0) return EMPTY
      if (node.most === 1 && known.exact) return { exact: node.least === 1 ? known.exact : [...new Set([...known.exact, ''])], needed: null }
      return { exact: null, needed: node.least > 0 ? neededOf(known) : null }
    }
  }
}

/**
 * Texts of which every match of a pattern holds at least one, with each letter in its canonical form; null where the pattern
 * needs none. What a rule needs is so told by its own pattern and never forgotten or written wrongly beside it.
 */
export const neededLiterals = (tree: PatternNode): readonly string[] | null => neededOf(knowledgeOf(tree))

/** The letters with which a match can begin: the canonical ones below `LETTERS`, and whether one above it can. */
export interface FirstLetters {
  readonly codes: readonly number[]
  readonly beyond: boolean
}

/** Whether a match can begin with a canonical letter; `LETTERS` stands for all that are beyond. */
export const canBeginWith = (first: FirstLetters | null, letter: number): boolean =>
  first === null || (letter >= LETTERS ? first.beyond : first.codes.includes(letter))

/** The letters with which a match can begin, null when it can begin with any. */
export function firstLetters(tree: PatternNode): FirstLetters | null {
  const codes = new Set<number>()
  let beyond = false
  let isAny = false
  const add = (code: number): void => {
    if (code >= LETTERS) beyond = true
    else {
      const letter = canonicalLetters[code] as number
      if (letter >= LETTERS) beyond = true
      else codes.add(letter)
    }
  }
  /** Adds what a node can begin with; tells whether it can be empty. */
  const walk = (node: PatternNode): boolean => {
    switch (node.kind) {
      case 'letter':
        add(node.code)
        return false
      case 'class':
        if (node.isNegated) isAny = true
        else
          for (const [from, to] of node.ranges) {
            for (let code = from; code <= Math.min(to, LETTERS - 1); code++) add(code)
            if (to >= LETTERS) beyond = true
          }
        return false
      case 'place':
        return true
      case 'any':
        isAny = true
        return true
      case 'choice':
        return node.items.map(walk).some(canBeEmpty => canBeEmpty)
      case 'sequence':
        return node.items.every(walk)
      case 'repeat':
        return walk(node.item) || node.least === 0
    }
  }
  return walk(tree) || isAny ? null : { codes: [...codes].sort((a, b) => a - b), beyond }
}

/** The fewest letters that a match can have. */
export function leastLength(node: PatternNode): number {
  switch (node.kind) {
    case 'letter':
    case 'class':
      return 1
    case 'place':
    case 'any':
      return 0
    case 'choice':
      return Math.min(...node.items.map(leastLength))
    case 'sequence':
      return node.items.reduce((sum, item) => sum + leastLength(item), 0)
    case 'repeat':
      return node.least === 0 ? 0 : node.least * leastLength(node.item)
  }
}
