import { bulletMark } from '../../model/bullet-marks.js'
import type { CitationFind } from '../../model/citation-find.js'
import type { Block, Segmentation } from '../../model/section.js'
import { relations } from '../../model/vocabulary.js'
import { endedDocuments } from './ended.js'

export type Relation = (typeof relations)[number]

const isRelation = (value: string): value is Relation => (relations as readonly string[]).includes(value)
/** Relations that an item joined by "và" shares with the one before it. */
const SHARED: ReadonlySet<Relation> = new Set(['sửa đổi', 'thay thế', 'bãi bỏ', 'căn cứ', 'hợp nhất', 'đính chính'])
/** Documents that end stand in lists of their own kind, so that a comma is enough. */
const ENDED: ReadonlySet<Relation> = new Set(['thay thế', 'bãi bỏ'])
/** "Sửa đổi, bổ sung các Nghị định số …, Nghị định số … và Nghị định số …" */
const OF_SEVERAL = /(?<!\p{L})các $/iu
/** "Sửa đổi, bổ sung một số điều của Luật Đất đai số …, Luật Nhà ở số … và Luật …": so are laws named that change several. */
const OF_LAWS = /một số (?:điều|nội dung) của $/iu
/** "thay thế Nghị định số … của Chính phủ về tuyển dụng công chức và Nghị định số …": the title of the first stands between two of one kind. */
const TITLE_BETWEEN = /^ (?:của [^;]{2,60} )?(?:về|quy định|ban hành|hướng dẫn|phê duyệt) [^;]{3,250} và (?:các )?$/u
/** Kinds of lines in which legal bases are listed; circulars of the 2000s list them as bullets. */
const LISTED: ReadonlySet<string> = new Set(['recital', 'bullet'])
const BASIS_HEADING = /(?:căn cứ|cơ sở) pháp lý/iu
const BASIS_LINE = new RegExp(`^(?:${bulletMark}\\s*)?căn cứ(?: |$)`, 'iu')

/** How each mention is related to the document that cites it, or to the mention it amends, in reading order. */
export function citationRelations(finds: readonly CitationFind[], text: string, { blocks, sections }: Pick<Segmentation, 'blocks' | 'sections'>): Relation[] {
  const bases = new Set(sections.filter(s => BASIS_HEADING.test(s.title ?? '')).map(s => s.id))
  const ended = endedDocuments(finds, text)
  const found: Relation[] = []
  // The mention with whose cue a list of documents of one relation begins.
  let first: CitationFind | undefined
  finds.forEach((find, i) => {
    const previous = finds[i - 1]
    const block = blocks[find.block]
    const line = block ? text.slice(block.span.start, block.span.end) : ''
    const isSameLine = previous !== undefined && previous.block === find.block
    if (isSameLine && find.cue?.previous && isRelation(find.cue.previous) && found.at(-1) === 'dẫn chiếu') found[found.length - 1] = find.cue.previous
    const isBasis =
      block !== undefined &&
      (LISTED.has(block.kind) && BASIS_LINE.test(line) ? true : block.kind !== 'recital' && block.section !== null && bases.has(block.section))
    if (find.cue || !isSameLine) first = find
    const relation = relationOf(find, isSameLine ? previous : undefined, found.at(-1), { line, block, isBasis, first }, text)
    found.push(relation === 'dẫn chiếu' && ended.has(i) ? 'bãi bỏ' : relation)
  })
  return found
}

/** Whether the words before a mention say that it and others of its type, this one too, are amended. */
function amendsSeveral(first: CitationFind | undefined, find: CitationFind, text: string): boolean {
  if (!first?.cue || first === find || !isSameType(first, find)) return false
  const words = text.slice(first.cue.span.start, first.cue.span.end)
  return OF_SEVERAL.test(words) || (OF_LAWS.test(words) && /^luật/iu.test(first.type?.raw ?? ''))
}

interface Place {
  readonly line: string
  readonly block: Block | undefined
  /** Whether the line is a recital or stands under a heading of legal bases. */
  readonly isBasis: boolean
  /** The mention with whose cue the list that it may stand in begins. */
  readonly first: CitationFind | undefined
}

function relationOf(
  find: CitationFind,
  previous: CitationFind | undefined,
  before: Relation | undefined,
  { line, block, isBasis, first }: Place,
  text: string,
): Relation {
  if (find.isInner) return 'sửa đổi'
  if (find.cue && isRelation(find.cue.relation)) return find.cue.relation
  if (block?.kind === 'attachment-note' && previous === undefined) return 'kèm theo'
  const gap = previous && text.slice(previous.span.end, find.span.start)
  if (gap !== undefined && before !== undefined && SHARED.has(before) && (/^,? và (?:số )?$/u.test(gap) || (ENDED.has(before) && find.joined))) return before
  if (previous && gap !== undefined && before !== undefined && ENDED.has(before) && TITLE_BETWEEN.test(gap) && isSameType(previous, find)) return before
  if (before === 'sửa đổi' && find.joined && amendsSeveral(first, find, text)) return before
  const isProposal = /tờ trình/iu.test(find.type?.raw ?? '') || /(?:^|[-/])TTr(?:[-/]|$)/u.test(find.key.raw)
  if (isProposal && /(?:theo|xét)(?: đề nghị)?/iu.test(line.slice(0, 60))) return 'đề nghị'
  if (isBasis && isHeadOfClause(find, previous, gap)) return 'căn cứ'
  return 'dẫn chiếu'
}

const isSameType = (a: CitationFind, b: CitationFind): boolean => a.type !== null && a.type.raw.toLowerCase() === b.type?.raw.toLowerCase()

/** In a recital each clause between semicolons, and each item of a list, is a basis; documents inside a title are not. */
function isHeadOfClause(find: CitationFind, previous: CitationFind | undefined, gap: string | undefined): boolean {
  return previous === undefined || find.joined || (gap !== undefined && /;\s*(?:căn cứ )?(?:các )?(?:số:? )?$/iu.test(gap))
}
