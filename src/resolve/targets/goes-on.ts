import type { QuantityFind } from '../../model/quantity-find.js'
import type { Block } from '../../model/section.js'
import type { Context } from './contexts.js'
import type { PrintedTime } from './deadline.js'
import type { RoleRead } from './role.js'
import type { Surroundings } from './surroundings.js'

/** What a sentence leaves to one that goes on with it: "… đến năm 2030 đạt 400 triệu USD. Trong đó: …". */
export interface Left {
  /** The block that it stands in. */
  readonly block: Block
  readonly time: PrintedTime | null
  readonly role: RoleRead | null
}

/** How much of a sentence says whether it goes on. */
const OPENING = 24
/** And how much, whether it adds a goal. */
const ADDED = 60

const isPlain = (block: Block): boolean => block.kind === 'paragraph' && block.cell === null && block.marker === null

/** Whether nothing parts a sentence from the one before: both stand in one block, or the later begins the next paragraph of the same section. */
function isNext(before: Block, block: Block, at: number): boolean {
  if (before.id === block.id) return true
  const isBelow = block.id === before.id + 1 && block.part === before.part && block.section === before.section && block.parent === before.parent
  return isBelow && isPlain(before) && isPlain(block) && at === block.bodyStart
}

/**
 * What a sentence keeps of the one before. "Trong đó, …" tells its parts: their time and what they are. "Bên cạnh đó, phấn đấu …" adds a goal to goals: it keeps the time
 * where neither a heading nor the document gives another.
 */
export function keptFrom(left: Left | null, { statement }: QuantityFind, block: Block, { source, scope }: Surroundings): Left | null {
  if (left === null || !isNext(left.block, block, statement.start)) return null
  const opens = (name: Context, length: number): boolean =>
    source.contexts.has(name, source.text.slice(statement.start, Math.min(statement.end, statement.start + length)))
  if (opens('goes-on', OPENING)) return left
  const adds = left.role?.role === 'target' && opens('adds-goal', ADDED)
  return adds && scope.ownTime === null && scope.governingTime(block) === null ? { ...left, role: null } : null
}
