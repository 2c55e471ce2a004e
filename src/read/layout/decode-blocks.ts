import { decodeMixed, type FontHint } from '../encoding/decode-mixed.js'
import type { LegacyEncoding } from '../encoding/legacy.js'
import { trustedHints } from '../encoding/trusted-hints.js'
import type { Block, Run } from './blocks.js'

/** Blocks whose words are Unicode, and the legacy encodings that some were in, the most used first. */
export interface DecodedBlocks {
  readonly blocks: readonly Block[]
  readonly encodings: readonly LegacyEncoding[]
}

/** Each line's runs, those in cells too, in reading order. */
export function linesOf(blocks: readonly Block[], into: (readonly Run[])[] = []): readonly (readonly Run[])[] {
  for (const block of blocks) {
    if (block.kind === 'line' || block.kind === 'note') into.push(block.runs)
    else if (block.kind === 'table') for (const row of block.rows) for (const cell of row) linesOf(cell.blocks, into)
  }
  return into
}

function withLines(blocks: readonly Block[], next: () => readonly Run[]): readonly Block[] {
  return blocks.map(block => {
    if (block.kind === 'line' || block.kind === 'note') return { ...block, runs: next() }
    if (block.kind === 'blank') return block
    return { ...block, rows: block.rows.map(row => row.map(cell => ({ ...cell, blocks: withLines(cell.blocks, next) }))) }
  })
}

/** A line break of the source within a paragraph is a blank. Keeps the length. */
const asLine = (text: string): string => text.replace(/[\r\n]/g, ' ')

/**
 * Reads words in fonts from before Unicode as their fonts' names and the words themselves say, all lines of a document together: files of office programs and
 * pages hold the bytes of such fonts as Windows characters. Capitals fonts give capitals. Blocks without such words come back as they are.
 */
export function decodeBlocks(blocks: readonly Block[]): DecodedBlocks {
  const lines = linesOf(blocks)
  const hints: FontHint[] = []
  const starts: number[] = []
  const pieces: string[] = []
  let at = 0
  for (const line of lines) {
    for (const { text, font } of line) {
      if (font?.encoding) hints.push({ start: at, end: at + text.length, encoding: font.encoding })
      starts.push(at)
      pieces.push(asLine(text))
      at += text.length
    }
    pieces.push('\n')
    at++
  }
  const source = pieces.join('')
  const { text, encodings, toDecoded } = decodeMixed(source, trustedHints(source, hints))
  const hasCapitals = lines.some(line => line.some(run => run.font?.capitals))
  if (encodings.length === 0 && !hasCapitals) return { blocks, encodings: [] }
  let r = 0
  const decoded = lines.map(line =>
    line.map((run): Run => {
      const start = starts[r++] as number
      const words = text.slice(toDecoded(start), toDecoded(start + run.text.length))
      return { text: run.font?.capitals ? words.toUpperCase() : words, bold: run.bold }
    }),
  )
  let l = 0
  return { blocks: withLines(blocks, () => decoded[l++] as readonly Run[]), encodings: encodings.map(([name]) => name) }
}
