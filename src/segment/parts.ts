import type { Normalization } from '../model/normalization.js'
import type { PartKind } from '../model/section.js'
import type { Rulebook } from '../rulebook/index.js'
import { onceForRulebook } from '../rulebook/once-for-rulebook.js'
import { isCapitalLine, isPersonName, type TextLine } from './line.js'
import type { CellMap } from './tables.js'

/** Where a part of the file begins, and which of its lines print its type and its title. */
export interface PartStart {
  readonly line: number
  readonly kind: PartKind
  readonly typeLine: number | null
  readonly titleLines: readonly number[]
}

const APPENDIX = /^(?:PHỤ LỤC|Phụ lục)(?:\s(?:[IVXLC]{1,6}|(?:số\s)?\d{1,2}(?:\.\d{1,2})?[A-Za-z]?))?(?:$|[.:]|\s(?=[A-ZĐÀ-Ỹ(]))/
const HEADER_LINE = /^(?:CỘNG H[ÒO][AÀ] XÃ|Độc lập\s*-|ỦY BAN|UỶ BAN|HỘI ĐỒNG NHÂN DÂN|CHÍNH PHỦ|BỘ\s|TỈNH\s|THÀNH PHỐ\s)/

/** A line that names a document's type in capitals, alone or with the title behind it. */
export function isTypeTitle(text: string, types: ReadonlySet<string>): boolean {
  if (!isCapitalLine(text)) return false
  const words = text.split(' ')
  return [2, 3, 1].some(n => types.has(words.slice(0, n).join(' ').replace(/[:.]$/, '')))
}

/** The capital names of document types of the rulebook. */
export const capitalTypes = onceForRulebook(
  (rulebook): ReadonlySet<string> =>
    new Set(rulebook.tables('document-types').flatMap(table => table.entries.flatMap(e => [e.name, ...e.aliases]).map(name => name.toUpperCase()))),
)

const isBold = (line: TextLine, normalization: Normalization): boolean =>
  line.text.length < 300 && !/[.;:]$/.test(line.text) && normalization.bold.some(b => b.start <= line.span.start && b.end >= line.span.end - 1)

/** Looks back from "(Kèm theo …)" over the lines of a title: capitals, bold ones, and the line right below a type word. */
function titleAbove(lines: readonly TextLine[], note: number, cells: CellMap, normalization: Normalization, types: ReadonlySet<string>): number[] {
  const found: number[] = []
  for (let i = note - 1; i >= 0 && found.length < 7; i--) {
    const line = lines[i] as TextLine
    if (line.isBar) {
      if (found.length === 0) continue
      break
    }
    if (cells.has(i) || isPersonName(line.text) || /^[-+•]/.test(line.text)) break
    const above = lines[i - 1]
    const isTitle = isCapitalLine(line.text) || isBold(line, normalization) || HEADER_LINE.test(line.text) || APPENDIX.test(line.text)
    const belowType = above !== undefined && (isTypeTitle(above.text, types) || APPENDIX.test(above.text)) && line.text.length < 400
    if (!isTitle && !belowType) break
    if (/^(?:KT|TM|TL)\.|^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG)$/.test(line.text)) break
    found.unshift(i)
  }
  return found
}

/**
 * Where plans, programmes and appendices begin that were issued with the document. A bracket "(Kèm theo …)" with a title above it opens
 * one; so does a line "PHỤ LỤC II", and a type word in capitals below the signature.
 */
export function findPartStarts(lines: readonly TextLine[], cells: CellMap, normalization: Normalization, rulebook: Rulebook, bodyFrom: number): PartStart[] {
  const types = capitalTypes(rulebook)
  const note = rulebook.stage('zone').filter(r => r.emit.zone === 'attachment-note')
  const starts = new Map<number, PartStart>()
  let signed = false
  for (const line of lines) {
    if (line.index <= bodyFrom || line.isBar || cells.has(line.index)) continue
    const { text, index } = line
    if (/^Nơi nhận|^(?:TM|KT)\./.test(text)) signed = true
    if (note.some(rule => rule.matchAt(normalization.text, line.span.start))) {
      const title = titleAbove(lines, index, cells, normalization, types).filter(i => i > bodyFrom)
      const words = title.filter(i => !HEADER_LINE.test((lines[i] as TextLine).text))
      const first = title[0]
      if (first === undefined || words.length === 0) continue
      const appendix = words.find(i => APPENDIX.test((lines[i] as TextLine).text))
      const typed = words.find(i => isTypeTitle((lines[i] as TextLine).text, types))
      const start = {
        line: first,
        kind: appendix !== undefined ? ('appendix' as const) : ('attachment' as const),
        typeLine: appendix ?? typed ?? null,
        titleLines: words,
      }
      for (const i of title) starts.delete(i)
      starts.set(first, start)
    } else if (APPENDIX.test(text) && (isCapitalLine(text) || text.length < 40) && !/[;,]$/.test(text)) {
      const below = lines[index + 1]
      const titled =
        below && !below.isBar && !cells.has(below.index) && (isCapitalLine(below.text) || isBold(below, normalization)) ? [index, below.index] : [index]
      starts.set(index, { line: index, kind: 'appendix', typeLine: index, titleLines: titled })
    } else if (signed && isTypeTitle(text, types) && ![...starts.values()].some(s => s.titleLines.includes(index))) {
      const below = lines[index + 1]
      const titled = below && !below.isBar && (isCapitalLine(below.text) || isBold(below, normalization)) ? [index, below.index] : [index]
      starts.set(index, { line: index, kind: 'attachment', typeLine: index, titleLines: titled })
    }
  }
  return [...starts.values()].sort((a, b) => a.line - b.line)
}
