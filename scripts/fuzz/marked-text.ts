import type { Block, Section } from '../../src/model/section.js'
import { readText } from '../../src/pipeline/pipeline.js'
import type { Rulebook } from '../../src/rulebook/index.js'
import { asParagraphs } from './relations.js'

/** A paragraph of a text, with what it is taken for. */
export interface MarkedLine {
  readonly text: string
  /** Where it begins in the text that `joined` makes. */
  readonly start: number
  /** Null for the bars of tables. */
  readonly block: Block | null
  /** The section that a heading opens. */
  readonly section: Section | null
  /** Where the words of a heading or bullet begin within the line. */
  readonly body: number
}

/** What parts a paragraph from the next: the bars of tables stand beside their cells. */
const gapBehind = (lines: readonly string[], i: number): string => (lines[i] === '|' || lines[i + 1] === '|' || i === lines.length - 1 ? '\n' : '\n\n')

/** Paragraphs parted by empty lines, the bars of tables beside their cells. */
export const joined = (lines: readonly string[]): string => lines.map((line, i) => line + gapBehind(lines, i)).join('')

/** The paragraphs of a text; a text that was set as paragraphs once is not set otherwise by a second time. */
export function markedLines(text: string, rulebook: Rulebook): readonly MarkedLine[] {
  const reading = readText(asParagraphs(text, true), rulebook)
  const { blocks, sections } = reading.segmentation
  const blockAt = new Map(blocks.map(block => [block.span.start, block]))
  const sectionAt = new Map(sections.map(section => [section.span.start, section]))
  const lines = reading.text.split('\n')
  let from = 0
  let start = 0
  return lines.map((line, i) => {
    const block = blockAt.get(from) ?? null
    const marked = {
      text: line,
      start,
      block,
      section: block?.kind === 'heading' ? (sectionAt.get(from) ?? null) : null,
      body: block ? block.bodyStart - from : 0,
    }
    from += line.length + 1
    start += line.length + gapBehind(lines, i).length
    return marked
  })
}
