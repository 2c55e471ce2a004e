/** Names of the variants, each with the same words in another shape: what readers of other formats and other writers produce. */
export type Variant = (text: string) => string

/** A sequence of numbers in [0, 1) that is the same at every run (mulberry32). */
export function numbersOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function hardWrapped(text: string, width: number): string {
  const wrap = (line: string): string => {
    const rows: string[] = []
    let row = ''
    for (const word of line.split(' ')) {
      if (row !== '' && row.length + word.length >= width) {
        rows.push(row)
        row = word
      } else row = row === '' ? word : `${row} ${word}`
    }
    return [...rows, row].join('\n')
  }
  return text.split('\n').map(wrap).join('\n')
}

function shuffled(text: string): string {
  const next = numbersOf(text.length)
  const paragraphs = text.split('\n')
  for (let i = paragraphs.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const kept = paragraphs[i] as string
    paragraphs[i] = paragraphs[j] as string
    paragraphs[j] = kept
  }
  return paragraphs.join('\n')
}

function withDamage(text: string): string {
  const next = numbersOf(text.length + 1)
  return [...text].map(letter => (next() < 0.01 ? '' : next() < 0.005 ? ` ${letter}` : next() < 0.003 ? `${letter}\n` : letter)).join('')
}

/** What is done to every document before its records are compared. */
export const variants: Readonly<Record<string, Variant>> = {
  printed: text => text,
  'wrapped at 70': text => hardWrapped(text, 70),
  'paragraphs joined': text => text.replace(/\n+/g, ' '),
  decomposed: text => text.normalize('NFD'),
  shuffled,
  damaged: withDamage,
  'in capitals': text => text.toUpperCase(),
  'in small letters': text => text.toLowerCase(),
  doubled: text => `${text}\n\n${text}`,
  'with blank lines': text => text.replace(/\n/g, '\n\n'),
}
