import type { Block, Section, Segmentation } from '../../model/section.js'

/** The sections of a document, asked from below. */
export interface Outline {
  readonly blocks: readonly Block[]
  /** The section and those above it, nearest first. */
  chain(section: number | null): readonly Section[]
  /** Whether a section is another one or stands below it; everything stands below none. */
  isUnder(section: number | null, above: number | null): boolean
}

const DEEPEST = 20

export function outlineOf({ sections, blocks }: Segmentation): Outline {
  const byId = new Map(sections.map(s => [s.id, s]))
  const chain = (id: number | null): Section[] => {
    const list: Section[] = []
    for (let s = id === null ? undefined : byId.get(id); s && list.length < DEEPEST; s = s.parent === null ? undefined : byId.get(s.parent)) list.push(s)
    return list
  }
  return {
    blocks,
    chain,
    isUnder: (section, above) => section === above || above === null || chain(section).some(s => s.id === above),
  }
}

/** Reads something of a block once. */
export function onceABlock<T>(read: (block: Block) => T): (block: Block) => T {
  const known = new Map<number, T>()
  return block => {
    if (!known.has(block.id)) known.set(block.id, read(block))
    return known.get(block.id) as T
  }
}
