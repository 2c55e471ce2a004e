import type { TargetRecord } from '../../model/extraction.js'
import type { Reading, Unplaced } from '../../model/reading.js'

type Unresolved = Unplaced<TargetRecord>

/** How far behind a value the mark of its footnote may stand: asterisks and brackets of Markdown are no words. */
const MARK_REACH = 3

/**
 * The roles of amounts in footnotes: a footnote behind a value tells of that value, so that the parts of an assigned amount ("chi thường xuyên 14.635 tỷ đồng³", ³ "Bao
 * gồm chi tạo nguồn cải cách tiền lương 145 tỷ đồng") are no results of their own. Words in the footnote that say what its amounts are go before.
 */
export function withNoteRoles(records: readonly Unresolved[], { normalization, segmentation }: Reading): Unresolved[] {
  const { footnoteMarks, footnoteBodies } = normalization
  const explained = new Map<number, Unresolved>()
  for (const { label, span } of footnoteBodies) {
    const mark = footnoteMarks.findLast(m => m.label === label && m.at < span.start)
    const value = mark && records.findLast(r => r.span.end <= mark.at && mark.at - r.span.end <= MARK_REACH)
    if (value) explained.set(span.start, value)
  }
  if (explained.size === 0) return [...records]
  return records.map(record => {
    const block = segmentation.blocks[record.block]
    const told = block?.kind === 'footnote' ? explained.get(block.span.start) : undefined
    const isOpen = record.role === 'result' && record.evidence.role === undefined
    return told?.role === 'context' && isOpen ? { ...record, role: 'context', deadline: null, deadlineSource: null } : record
  })
}
