import type { Reading } from '../../model/reading.js'
import type { Block, BlockKind, Segmentation } from '../../model/section.js'

const sorted = new WeakMap<Segmentation, ReadonlyMap<BlockKind, readonly Block[]>>()

function byKind({ blocks }: Segmentation): ReadonlyMap<BlockKind, readonly Block[]> {
  const groups = new Map<BlockKind, Block[]>()
  for (const block of blocks) {
    const group = groups.get(block.kind)
    if (group) group.push(block)
    else groups.set(block.kind, [block])
  }
  return groups
}

/** The blocks of one kind, in reading order; sorted out once for a text, since each field of the metadata asks for some. */
export function blocksOf({ segmentation }: Reading, kind: BlockKind): readonly Block[] {
  const known = sorted.get(segmentation) ?? byKind(segmentation)
  sorted.set(segmentation, known)
  return known.get(kind) ?? []
}
