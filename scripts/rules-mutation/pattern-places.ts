/** Two places of a source between which something stands. */
type Range = readonly [from: number, to: number]

/** The alternative that was taken away, and those that stand beside it. */
export interface TakenFrom {
  readonly gone: string
  readonly others: readonly string[]
}

/** A pattern that was changed in one place, and what was changed. */
export type Changed = readonly [pattern: string, about: string, taken?: TakenFrom]

/** A letter of a pattern in free spacing that is neither escaped nor in a class nor in a comment. */
interface Mark {
  readonly at: number
  readonly letter: string
}

function marksOf(source: string): Mark[] {
  const found: Mark[] = []
  for (let at = 0, isClass = false; at < source.length; at++) {
    const letter = source[at] as string
    if (letter === '\\') at++
    else if (isClass) isClass = letter !== ']'
    else if (letter === '[') isClass = true
    else if (letter === '#') at = (source.indexOf('\n', at) + source.length) % source.length
    else found.push({ at, letter })
  }
  return found
}

/** The alternatives of each group of a pattern, for groups that have several. */
function alternativesOf(source: string): Range[][] {
  const found: Range[][] = []
  const open: { start: number; bars: number[] }[] = [{ start: 0, bars: [] }]
  const close = (end: number): void => {
    const { start, bars } = open.pop() as { start: number; bars: number[] }
    const edges = [start, ...bars.map(bar => bar + 1)]
    if (bars.length > 0) found.push(edges.map((from, i) => [from, bars[i] ?? end]))
  }
  for (const { at, letter } of marksOf(source)) {
    if (letter === '(') {
      const head = /^\((?:\?(?:<?[=!]|:|<\w+>))?/.exec(source.slice(at, at + 40))?.[0] ?? '('
      open.push({ start: at + head.length, bars: [] })
    } else if (letter === '|') open.at(-1)?.bars.push(at)
    else if (letter === ')') close(at)
  }
  close(source.length)
  return found
}

const cut = (source: string, [from, to]: Range, put = ''): string => source.slice(0, from) + put + source.slice(to)
const around = (source: string, at: number): string => source.slice(Math.max(0, at - 30), at + 1).trim()

/** Patterns without one alternative. */
export const withoutAlternatives = (source: string): Changed[] =>
  alternativesOf(source).flatMap(group =>
    group.map(([from, to], i) => {
      const [gone = '', ...others] = [[from, to] as const, ...group.filter((_, other) => other !== i)].map(range => source.slice(...range).trim())
      return [cut(source, i === 0 ? [from, to + 1] : [from - 1, to]), `without ${gone}`, { gone, others }] as const
    }),
  )

/** Patterns in which something that may stand has to; the mark of a lazy repeat is none. */
export const withoutOptions = (source: string): Changed[] =>
  marksOf(source)
    .filter(({ at, letter }) => letter === '?' && !/[(?*+}]/.test(source[at - 1] ?? '(') && !/[:=!<?]/.test(source[at + 1] ?? ''))
    .map(({ at }) => [cut(source, [at, at + 1]), `must stand: ${around(source, at)}`] as const)

/**
 * Patterns that take a digit more than they count. Other counts bound how far a pattern looks, so that it ends in time: one more there is no other language.
 */
export const withMoreDigits = (source: string): Changed[] =>
  [...source.matchAll(/(?<=\\d|\[0-9\])\{(?:(\d+),)?(\d+)\}/g)].map(({ 0: whole, 1: least, 2: most, index }) => {
    const more = `{${least ?? most},${Number(most) + 1}}`
    return [cut(source, [index, index + whole.length], more), `${more} digits for ${around(source, index + whole.length - 1)}`] as const
  })
