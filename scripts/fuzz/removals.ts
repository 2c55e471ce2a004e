import type { MarkedLine } from './marked-text.js'

/**
 * The paragraphs of a text that may go without any record being another one: such as hold no record and govern nothing. That is
 * - running text that does not lead over to what stands below it (":"), between two paragraphs or in front of a heading; or
 * - an entry of a list without entries below it, between two entries that are marked as it is and stand under the same line,
 * each with no table beside it.
 */
export function removable(lines: readonly MarkedLine[], hasRecord: (line: MarkedLine) => boolean): readonly number[] {
  const governing = new Set(lines.flatMap(({ block }) => (block?.parent == null ? [] : [block.parent])))
  const leadsOver = (line: MarkedLine): boolean => /[:,]$/.test(line.text)
  return lines.flatMap((line, i) => {
    const [before, after] = [lines[i - 1], lines[i + 1]]
    if (!line.block || !before?.block || !after?.block || governing.has(line.block.id) || leadsOver(line) || hasRecord(line)) return []
    if (line.block.kind === 'paragraph') {
      const isBetween = before.block.kind === 'paragraph' && after.block.kind === 'paragraph' && !leadsOver(before)
      const isLast = after.block.kind === 'heading' && ['paragraph', 'bullet', 'heading'].includes(before.block.kind) && /[.;]$/.test(line.text)
      return isBetween || isLast ? [i] : []
    }
    const isPeer = ({ block }: MarkedLine): boolean => block?.kind === 'bullet' && block.marker === line.block?.marker && block.parent === line.block?.parent
    return line.block.kind === 'bullet' && isPeer(before) && isPeer(after) ? [i] : []
  })
}
