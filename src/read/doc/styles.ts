import { type CharacterProperties, characterProperties, type ParagraphProperties, paragraphProperties } from './properties.js'

/** What a style gives to the text that has it, with what its base styles give. */
export interface Style {
  readonly characters: CharacterProperties
  readonly paragraph: Partial<ParagraphProperties>
}

interface RawStyle {
  readonly kind: number
  readonly base: number
  readonly lists: readonly Buffer[]
}

const NO_BASE = 0xfff
const noStyle: Style = { characters: {}, paragraph: {} }

function readStyle(std: Buffer, baseBytes: number): RawStyle | null {
  if (std.length < 8) return null
  const kindAndBase = std.readUInt16LE(2)
  const count = std.readUInt16LE(4) & 0xf
  let at = baseBytes + 2 + 2 * std.readUInt16LE(baseBytes) + 2
  const lists: Buffer[] = []
  for (let i = 0; i < count && at + 2 <= std.length; i++) {
    const size = std.readUInt16LE(at)
    lists.push(std.subarray(at + 2, at + 2 + size))
    at += 2 + size + (size & 1)
  }
  return { kind: kindAndBase & 0xf, base: kindAndBase >> 4, lists }
}

/** The style sheet (MS-DOC 2.9.271): from a style's number to what it gives. Unknown numbers give nothing. */
export function readStyles(table: Buffer, offset: number, length: number): (number: number) => Style {
  if (length < 4) return () => noStyle
  const headBytes = table.readUInt16LE(offset)
  const count = table.readUInt16LE(offset + 2)
  const baseBytes = table.readUInt16LE(offset + 4)
  const defaultFont = headBytes >= 18 ? table.readUInt16LE(offset + 2 + 12) : undefined
  const raw: (RawStyle | null)[] = []
  for (let at = offset + 2 + headBytes; raw.length < count && at + 2 <= offset + length; ) {
    const size = table.readUInt16LE(at)
    raw.push(size === 0 ? null : readStyle(table.subarray(at + 2, at + 2 + size), baseBytes))
    at += 2 + size + (size & 1)
  }
  const known = new Map<number, Style>()
  const resolve = (number: number, depth: number): Style => {
    const style = raw[number]
    if (!style || depth > 11) return defaultFont === undefined ? noStyle : { characters: { asciiFont: defaultFont }, paragraph: {} }
    const found = known.get(number)
    if (found) return found
    const base = style.base === NO_BASE ? resolve(-1, depth) : resolve(style.base, depth + 1)
    const [paragraphList, characterList] = style.kind === 1 ? [style.lists[0], style.lists[1]] : [undefined, style.lists[0]]
    const resolved: Style = {
      characters: {
        ...(style.kind === 1 ? base.characters : style.base === NO_BASE ? {} : base.characters),
        ...(characterList && characterProperties(characterList, base.characters)),
      },
      paragraph: { ...base.paragraph, ...(paragraphList && paragraphProperties(paragraphList)) },
    }
    known.set(number, resolved)
    return resolved
  }
  return number => resolve(number, 0)
}
