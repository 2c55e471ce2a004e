import { entryOf } from '../../model/entry-of.js'

/** What mammoth's reading of a document depends on, of the properties of paragraphs, runs, cells and rows. Most of a Word file's XML is the rest. */
const NEEDED: Readonly<Record<string, ReadonlySet<string>>> = {
  'w:pPr': new Set(['w:rPr']),
  'w:rPr': new Set(['w:b', 'w:rStyle', 'w:vertAlign', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']),
  'w:tcPr': new Set(['w:gridSpan', 'w:vMerge']),
  'w:trPr': new Set(['w:ins', 'w:del']),
}

/** Marks that print nothing, and the looks of tables and sections. */
const MARKS = new Set(['w:proofErr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:lastRenderedPageBreak', 'w:sectPr', 'w:tblPr', 'w:tblGrid', 'w:noProof'])

/** Whether an element need not be passed on: mammoth takes as long for a property that it leaves aside as for a word. */
export const isNeedless = (name: string, parent: string | undefined): boolean =>
  MARKS.has(name) || (parent !== undefined && entryOf(NEEDED, parent)?.has(name) === false)

/** Elements whose attributes only tell revisions apart. */
export const NEEDS_NO_ATTRIBUTES: ReadonlySet<string> = new Set(['w:p', 'w:r', 'w:tr'])
