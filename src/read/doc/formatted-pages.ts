const PAGE = 512

/** A range of the main stream with its list of property modifiers, empty for none. */
export interface FormattedRange {
  readonly start: number
  readonly end: number
  readonly list: Buffer
}

/** Numbers of the pages of properties: the second half of a table of file positions (MS-DOC 2.8.5, 2.8.6). */
function pageNumbers(table: Buffer, offset: number, length: number): readonly number[] {
  const count = Math.max(0, Math.floor((length - 4) / 8))
  return Array.from({ length: count }, (_, i) => table.readUInt32LE(offset + 4 * (count + 1) + 4 * i) & 0x3fffff)
}

function rangesOf(
  main: Buffer,
  table: Buffer,
  offset: number,
  length: number,
  listOf: (page: Buffer, count: number, i: number) => Buffer,
): readonly FormattedRange[] {
  const numbers = [...new Set(pageNumbers(table, offset, length))]
  return numbers.flatMap(number => {
    const page = main.subarray(number * PAGE, (number + 1) * PAGE)
    if (page.length < PAGE) return []
    const count = page.readUInt8(PAGE - 1)
    return Array.from(
      { length: count },
      (_, i): FormattedRange => ({ start: page.readUInt32LE(4 * i), end: page.readUInt32LE(4 * (i + 1)), list: listOf(page, count, i) }),
    )
  })
}

/** Character properties by their places (MS-DOC 2.9.33). */
export const characterRanges = (main: Buffer, table: Buffer, offset: number, length: number): readonly FormattedRange[] =>
  rangesOf(main, table, offset, length, (page, count, i) => {
    const at = 2 * (page[4 * (count + 1) + i] ?? 0)
    return at === 0 ? Buffer.alloc(0) : page.subarray(at + 1, at + 1 + (page[at] ?? 0))
  })

/** Paragraph properties by their places (MS-DOC 2.9.175); a list begins with the number of the style. */
export const paragraphRanges = (main: Buffer, table: Buffer, offset: number, length: number): readonly FormattedRange[] =>
  rangesOf(main, table, offset, length, (page, count, i) => {
    const at = 2 * (page[4 * (count + 1) + 13 * i] ?? 0)
    const size = page[at] ?? 0
    return at === 0 ? Buffer.alloc(0) : size === 0 ? page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0)) : page.subarray(at + 1, at + 2 * size)
  })

/** Finds the range that holds a place; ranges may come in any order. */
export function rangeFinder(ranges: readonly FormattedRange[]): (place: number) => FormattedRange | null {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  return place => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as FormattedRange).start <= place) low = middle + 1
      else high = middle
    }
    const range = sorted[low - 1]
    return range && place < range.end ? range : null
  }
}
