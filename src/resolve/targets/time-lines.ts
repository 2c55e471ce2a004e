import type { Block } from '../../model/section.js'
import type { KnownTime } from './deadline.js'
import { pickTime, type TimesOf } from './heading-times.js'
import type { Outline } from './outline.js'
import type { Tables } from './tables.js'

/** A line longer than this is no mere time heading. */
const TIME_LINE = 160
/** What may stand in it beside the time. */
const REST = 28
const YEAR = /(?:19|20)\d\d/

/** The time of a line that holds little else: "- Năm 2021:", "Đến năm 2030:", "Mục tiêu đến năm 2025:". */
export function timeOfLine(text: string, block: Block, timesOf: TimesOf): KnownTime | null {
  const body = { start: block.bodyStart, end: block.span.end }
  const length = body.end - body.start
  const line = text.slice(body.start, body.end)
  if (length > TIME_LINE || !YEAR.test(line) || line.includes('%')) return null
  const time = pickTime(timesOf(body))
  if (!time) return null
  if (length - (time.span.end - time.span.start) <= REST) return time
  const introduces = line.trimEnd().endsWith(':') && time.span.start - body.start < REST && block.cell === null
  return introduces ? time : null
}

/**
 * Which blocks stand under a time line. A line under a bullet of the same mark ends with the next such bullet, once bullets of another mark have come
 * between; a group row of a table ends with the next one; all end with their section.
 */
export function governedByLines(text: string, outline: Outline, tables: Tables, timesOf: TimesOf): ReadonlyMap<number, KnownTime> {
  const governed = new Map<number, KnownTime>()
  let open: { block: Block; time: KnownTime; sawOther: boolean } | null = null
  for (const block of outline.blocks) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph' && block.kind !== 'bullet' && block.kind !== 'cell') continue
    if (open && !(open.block.part === block.part && outline.isUnder(block.section, open.block.section) && open.block.cell?.table === block.cell?.table))
      open = null
    const mayOpen = block.kind !== 'heading' && (block.cell === null || tables.isGroupRow(block))
    const time = mayOpen ? timeOfLine(text, block, timesOf) : null
    if (time) {
      open = { block, time, sawOther: false }
      continue
    }
    if (!open) continue
    if (block.marker !== open.block.marker) open.sawOther = true
    else if (block.cell === null && open.sawOther) {
      open = null
      continue
    }
    governed.set(block.id, open.time)
  }
  return governed
}
