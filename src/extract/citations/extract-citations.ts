import type { CitationFind, SourcedPiece } from '../../model/citation-find.js'
import type { Piece } from '../../model/find.js'
import type { Reading } from '../../model/reading.js'
import type { Block, BlockKind } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import { type CitedSoFar, nothingCited } from './find-short.js'
import { footnoteTails } from './footnote-tails.js'
import { type Lexicon, lexiconOf } from './lexicon.js'
import type { Mention, SourcedSpan } from './mention.js'
import { readLine } from './read-line.js'

/** The document's own number and the site's words around it are no citations. */
const SILENT: ReadonlySet<BlockKind> = new Set(['header', 'boilerplate'])
/** How a law site names the document below its text: "Quyết định 1949/QĐ-UBND năm 2025 công bố …". */
const SITE_TITLE = /^ năm \d{4} \p{Ll}/u
/** The same line with the day, or without any time; the type word opens it and "số" is left out. */
const SITE_NAME = /^(?:Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Thông báo|Báo cáo|Chương trình|Công điện|Công văn|Nghị định|Thông tư) \d/u
const OWN_NUMBER = /^(?:Số|SỐ)(?: hiệu)? ?:/u

/** Every mention of another document, in reading order: where it stands and what is printed; what it means is for the resolver to say. */
export function extractCitations(reading: Reading, rulebook: Rulebook): CitationFind[] {
  const lexicon = lexiconOf(rulebook)
  const cited = nothingCited()
  const finds = readBlocks(reading, rulebook, lexicon, cited)
  // A bare number that stands before its full citation is known only now: "Kế hoạch 02 … Kế hoạch số 02-KH/BCĐTW".
  const isExplainedBelow = [...cited.unknown].some(key => cited.known.has(key))
  return footnoteTails(isExplainedBelow ? readBlocks(reading, rulebook, lexicon, cited) : finds, reading, lexicon)
}

function readBlocks(reading: Reading, rulebook: Rulebook, lexicon: Lexicon, cited: CitedSoFar): CitationFind[] {
  const finds: CitationFind[] = []
  for (const block of reading.segmentation.blocks) {
    if (SILENT.has(block.kind) || !lexicon.mayMention(reading.text, block.span.start, block.span.end)) continue
    const line = reading.text.slice(block.span.start, block.span.end)
    if (OWN_NUMBER.test(line) && block.kind !== 'footnote' && line.length < 60) continue
    rulebook.notePart(line, reading.text, block.span.start)
    const isAboveSite = reading.segmentation.blocks[block.id + 1]?.kind === 'boilerplate'
    for (const mention of readLine(line, Math.max(0, block.bodyStart - block.span.start), lexicon, cited)) {
      const isSiteName = SITE_TITLE.test(line.slice(mention.end, mention.end + 12)) || (mention.start === 0 && SITE_NAME.test(line))
      if (!isAboveSite || !isSiteName) finds.push(toFind(mention, block, reading.text))
    }
  }
  return finds
}

function toFind(mention: Mention, block: Block, text: string): CitationFind {
  const by = block.span.start
  const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by })
  const rawOf = (span: Span): string => text.slice(span.start + by, span.end + by)
  const piece = (span: Span): Piece => ({ span: move(span), raw: rawOf(span) })
  const sourcedPiece = (span: SourcedSpan | null): SourcedPiece | null => span && { span: move(span), raw: rawOf(span), source: span.source }
  return {
    ruleId: mention.ruleId,
    span: move(mention),
    raw: rawOf(mention),
    block: block.id,
    form: mention.form,
    key: piece(mention.key),
    type: sourcedPiece(mention.type),
    parts: mention.parts,
    name: mention.name && piece(mention.name),
    date: sourcedPiece(mention.date),
    issuer: sourcedPiece(mention.issuer),
    pinpoint: mention.pinpoint && piece(mention.pinpoint),
    cue: mention.cue && { ...mention.cue, span: move(mention.cue.span) },
    joined: mention.joined,
    isInner: mention.isInner,
  }
}
