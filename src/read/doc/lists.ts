import { writeRoman } from '../../model/roman.js'

/** One level of a list (MS-DOC 2.9.150). */
interface Level {
  readonly startsAt: number
  readonly format: number
  /** Characters 0 to 8 stand for the numbers of the levels. */
  readonly text: string
}

interface Numbering {
  /** The list's identity: several overrides can count on in one list. */
  readonly list: number
  readonly levels: readonly Level[]
  readonly overridesStart: boolean
}

const BULLET = 23

function readLevel(table: Buffer, at: number): readonly [level: Level, next: number] {
  const characterBytes = table.readUInt8(at + 24)
  const paragraphBytes = table.readUInt8(at + 25)
  const textAt = at + 28 + characterBytes + paragraphBytes
  const length = table.readUInt16LE(textAt)
  const text = table.toString('utf16le', textAt + 2, textAt + 2 + 2 * length)
  return [{ startsAt: table.readInt32LE(at), format: table.readUInt8(at + 4), text }, textAt + 2 + 2 * length]
}

function readLists(table: Buffer, offset: number, length: number): ReadonlyMap<number, readonly Level[]> {
  const lists = new Map<number, readonly Level[]>()
  if (length < 2) return lists
  const count = table.readUInt16LE(offset)
  let at = offset + length
  for (let i = 0; i < count; i++) {
    const head = offset + 2 + 28 * i
    const simple = (table.readUInt8(head + 26) & 1) === 1
    const levels: Level[] = []
    for (let l = 0; l < (simple ? 1 : 9); l++) {
      const [level, next] = readLevel(table, at)
      levels.push(level)
      at = next
    }
    lists.set(table.readInt32LE(head), levels)
  }
  return lists
}

/** Reads the lists of a document (MS-DOC 2.9.196) and their overrides (2.9.194), by the numbers that paragraphs name. */
function readNumberings(table: Buffer, lists: Place, overrides: Place): readonly Numbering[] {
  if (overrides.length < 4) return []
  const known = readLists(table, lists.offset, lists.length)
  const count = table.readUInt32LE(overrides.offset)
  const heads = Array.from({ length: Math.min(count, 10_000) }, (_, i) => overrides.offset + 4 + 16 * i)
  let at = overrides.offset + 4 + 16 * count
  return heads.map(head => {
    const list = table.readInt32LE(head)
    const levels = [...(known.get(list) ?? [])]
    const changes = table.readUInt8(head + 12)
    at += 4
    for (let c = 0; c < changes; c++) {
      const startsAt = table.readInt32LE(at)
      const flags = table.readUInt8(at + 4)
      const number = flags & 0xf
      const level = levels[number]
      at += 8
      if (flags & 0x20) {
        const [whole, next] = readLevel(table, at)
        levels[number] = whole
        at = next
      } else if (flags & 0x10 && level) levels[number] = { ...level, startsAt }
    }
    return { list, levels, overridesStart: changes > 0 }
  })
}

export interface Place {
  readonly offset: number
  readonly length: number
}

/** Word's letters: a to z, then aa, bb. */
const letter = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))

function formatNumber(n: number, format: number): string {
  if (n < 1) return format === 0 ? String(n) : ''
  if (format === 1) return writeRoman(n)
  if (format === 2) return writeRoman(n).toLowerCase()
  if (format === 3) return letter(n).toUpperCase()
  if (format === 4) return letter(n)
  if (format === 22) return String(n).padStart(2, '0')
  return format === 255 ? '' : String(n)
}

/** Gives the number that Word prints before a paragraph of a list, as "Điều 1." or "a)"; an empty string for none. Must be asked paragraph by paragraph. */
export type NumberPrinter = (list: number, level: number) => string

/** Counts the lists of a document. Throws `RangeError` where its tables are broken. */
export function numberPrinter(table: Buffer, lists: Place, overrides: Place): NumberPrinter {
  const numberings = readNumberings(table, lists, overrides)
  const counters = new Map<number, (number | null)[]>()
  const started = new Set<number>()
  return (number, levelNumber) => {
    const numbering = numberings[number - 1]
    const level = numbering?.levels[levelNumber] ?? numbering?.levels[0]
    if (!numbering || !level) return ''
    if (level.format === BULLET) return /[\uf000-\uf0ff]/.test(level.text) ? '•' : level.text
    const counts = (numbering.overridesStart && !started.has(number) ? null : counters.get(numbering.list)) ?? Array.from({ length: 9 }, () => null)
    started.add(number)
    counters.set(numbering.list, counts)
    counts[levelNumber] = (counts[levelNumber] ?? level.startsAt - 1) + 1
    counts.fill(null, levelNumber + 1)
    return [...level.text]
      .map(char => {
        const place = char.charCodeAt(0)
        const other = numbering.levels[place]
        return place > 8 ? char : formatNumber(counts[place] ?? other?.startsAt ?? 1, other?.format ?? 0)
      })
      .join('')
  }
}
