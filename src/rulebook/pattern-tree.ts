/** A native pattern (without the flags `u` and `v`) as a tree; only what can be told from it is kept. */
export type PatternNode =
  | { readonly kind: 'letter'; readonly code: number }
  | { readonly kind: 'class'; readonly isNegated: boolean; readonly ranges: readonly (readonly [number, number])[] }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly least: number; readonly most: number; readonly item: PatternNode }
  /** A look around, a line's end, a word edge: takes no letters. */
  | { readonly kind: 'place'; readonly holdsGroup: boolean }
  /** A back reference: any letters. */
  | { readonly kind: 'any' }

type Range = readonly [number, number]

const DIGITS: readonly Range[] = [[48, 57]]
const WORDS: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
]
const BLANKS: readonly Range[] = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, '0': 0 }
const QUANTIFIER = /(?:\*|\+|\?|\{(\d+)(?:(,)(\d*))?\})\??/y

function without(ranges: readonly Range[]): Range[] {
  const rest: Range[] = []
  let from = 0
  for (const [start, end] of ranges) {
    if (start > from) rest.push([from, start - 1])
    from = end + 1
  }
  return from <= 0xffff ? [...rest, [from, 0xffff]] : rest
}

const namedRanges = (name: string): readonly Range[] | null => {
  const ranges = { d: DIGITS, w: WORDS, s: BLANKS }[name.toLowerCase()]
  return ranges === undefined ? null : name === name.toLowerCase() ? ranges : without(ranges)
}

/** Parses a pattern; null for syntax it does not know, of which nothing can be told. */
export function parsePattern(source: string): PatternNode | null {
  let at = 0
  let groups = 0
  const fail = (): never => {
    throw new SyntaxError(`unknown syntax at ${at}`)
  }

  /** The code behind a backslash at `at`, or the set that it stands for. */
  function readEscape(): number | readonly Range[] {
    const letter = source[at] ?? fail()
    const hex = /^(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/.exec(source.slice(at, at + 5))
    if (hex) {
      at += hex[0].length
      return Number.parseInt((hex[1] ?? hex[2]) as string, 16)
    }
    at++
    const ranges = namedRanges(letter)
    if (ranges) return ranges
    if (letter in CONTROLS && !/[0-9]/.test(source[at] ?? '')) return CONTROLS[letter] as number
    return /[A-Za-z0-9]/.test(letter) ? fail() : letter.charCodeAt(0)
  }

  function readClass(): PatternNode {
    const isNegated = source[at] === '^'
    if (isNegated) at++
    const ranges: Range[] = []
    const readOne = (): number | readonly Range[] => {
      if (source[at] !== '\\') return (source[at++] ?? fail()).charCodeAt(0)
      at++
      if (source[at] !== 'b') return readEscape()
      at++
      return 8
    }
    while (source[at] !== ']') {
      const from = readOne()
      if (typeof from !== 'number') ranges.push(...from)
      else if (source[at] === '-' && source[at + 1] !== ']') {
        at++
        const to = readOne()
        if (typeof to === 'number') ranges.push([from, to])
        else ranges.push([from, from], [45, 45], ...to)
      } else ranges.push([from, from])
    }
    at++
    return { kind: 'class', isNegated, ranges }
  }

  function readGroup(): PatternNode {
    const opening = /\?(?:<?[=!]|:|<[^>]+>)|/y
    opening.lastIndex = at
    const head = opening.exec(source)?.[0] ?? ''
    if (head === '' && source[at] === '?') fail()
    at += head.length
    const isLook = /[=!]$/.test(head)
    const before = groups
    if (!isLook && head !== '?:') groups++
    const body = readChoice()
    if (source[at++] !== ')') fail()
    return isLook ? { kind: 'place', holdsGroup: groups > before } : body
  }

  function readTerm(): PatternNode {
    const letter = source[at++] as string
    if (letter === '(') return readGroup()
    if (letter === '[') return readClass()
    if (letter === '.') return { kind: 'class', isNegated: true, ranges: [] }
    if (letter === '^' || letter === '$') return { kind: 'place', holdsGroup: false }
    if (letter !== '\\') return '*+?{}])'.includes(letter) ? fail() : { kind: 'letter', code: letter.charCodeAt(0) }
    if (/[bB]/.test(source[at] ?? '')) {
      at++
      return { kind: 'place', holdsGroup: false }
    }
    if (/[1-9]/.test(source[at] ?? '')) {
      while (/[0-9]/.test(source[at] ?? '')) at++
      return { kind: 'any' }
    }
    const escaped = readEscape()
    return typeof escaped === 'number' ? { kind: 'letter', code: escaped } : { kind: 'class', isNegated: false, ranges: escaped }
  }

  function readRepeat(): PatternNode {
    const item = readTerm()
    QUANTIFIER.lastIndex = at
    const found = QUANTIFIER.exec(source)
    if (!found) return item
    at += found[0].length
    const [sign, least, comma, most] = found
    if (least === undefined) return { kind: 'repeat', least: sign[0] === '+' ? 1 : 0, most: sign[0] === '?' ? 1 : Number.POSITIVE_INFINITY, item }
    return { kind: 'repeat', least: Number(least), most: comma === undefined ? Number(least) : most ? Number(most) : Number.POSITIVE_INFINITY, item }
  }

  function readChoice(): PatternNode {
    const choices: PatternNode[] = []
    let items: PatternNode[] = []
    const close = () => choices.push(items.length === 1 ? (items[0] as PatternNode) : { kind: 'sequence', items })
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++
        close()
        items = []
      } else items.push(readRepeat())
    }
    close()
    return choices.length === 1 ? (choices[0] as PatternNode) : { kind: 'choice', items: choices }
  }

  try {
    const tree = readChoice()
    return at === source.length ? tree : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Whether a group that captures stands inside a look around, where what it captures need not be part of the match. */
export function capturesOutside(node: PatternNode): boolean {
  if (node.kind === 'place') return node.holdsGroup
  if (node.kind === 'repeat') return capturesOutside(node.item)
  return (node.kind === 'sequence' || node.kind === 'choice') && node.items.some(capturesOutside)
}
