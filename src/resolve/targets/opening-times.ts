import type { Block } from '../../model/section.js'
import { opensClause, type Source } from './contexts.js'
import type { KnownTime } from './deadline.js'
import type { TimesOf } from './heading-times.js'
import { onceABlock } from './outline.js'

/** Words up to the last end of a sentence in them: its full stop and a blank. */
const SENTENCES = /^.*[.!?] /su
/** How far before a time the beginning of its sentence may be. */
const REACH = 40

/** The words between the beginning of its sentence and a time, null when the sentence begins too far off. */
function wordsBefore(text: string, block: Block, at: number): string | null {
  const from = Math.max(block.bodyStart, at - REACH)
  const near = text.slice(from, at)
  const before = SENTENCES.exec(near)?.[0]
  if (before !== undefined) return near.slice(before.length)
  return from === block.bodyStart ? near : null
}

/**
 * The time that an earlier sentence of a paragraph opens with, of two the later: in "Đến năm 2025: toàn tỉnh có 27 đô thị. Tỷ lệ đô thị hóa khoảng 44%." it holds for
 * the second sentence too. Asked for a sentence that prints no time.
 */
export function openingTimes(source: Source, timesOf: TimesOf): (block: Block, before: number) => KnownTime | null {
  const opening = onceABlock(block =>
    timesOf({ start: block.bodyStart, end: block.span.end }).filter(({ span }) => {
      const words = wordsBefore(source.text, block, span.start)
      return words !== null && opensClause(source, words)
    }),
  )
  return (block, before) => opening(block).findLast(t => t.span.end <= before) ?? null
}
