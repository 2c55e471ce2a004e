import type { Normalization } from '../model/normalization.js'
import type { Block, BlockKind, Part, Segmentation } from '../model/section.js'
import type { Rulebook } from '../rulebook/index.js'
import { bulletParents, bulletStyle, isScopeOnly, matchBullet, type OpenBullet } from './bullets.js'
import { createHeadingTree } from './heading-tree.js'
import { isPersonName, splitTextLines, type TextLine } from './line.js'
import { findPartStarts, type PartStart } from './parts.js'
import { mapCells } from './tables.js'
import { findOpening, zoneAt } from './zones.js'

/** What the walk over the lines remembers. */
interface Walk {
  zone: 'body' | 'recipients' | 'signature' | 'site-end'
  part: number
  /** Recitals stand before the first heading and before "QUYẾT ĐỊNH:". */
  reciting: boolean
  bullets: readonly OpenBullet[]
  /** The sentence or unnumbered heading that governs the bullets below it. */
  intro: number | null
}

/** The longest line of a header; a text that lost its line breaks begins like a header too, and holds the whole document. */
const HEADER_LINE = 300

/** What stands in a signature's place, and the office below the body that it is signed for. */
const SIGNED = /^[[( ]{0,3}(?:đã ký|ký tên, đóng dấu)[)\]]{0,2}$/iu
const OFFICE = /^(?:Phó )?(?:Chủ tịch|Thủ tướng|Bộ trưởng|Thứ trưởng|Giám đốc|Chủ nhiệm)$/iu

type Draft = Omit<Block, 'id' | 'span' | 'part' | 'cell'>

const block = (kind: BlockKind, bodyStart: number, section: number | null, more: Partial<Draft> = {}): Draft => ({
  kind,
  bodyStart,
  section,
  marker: more.marker ?? null,
  parent: more.parent ?? null,
  footnote: more.footnote ?? null,
})

/**
 * Says of every line of a normalized text what it is and under which heading it stands: header, recitals, headings of all styles, bullets
 * with their scope, table cells, footnote bodies, recipients, signature, and the parts of a file (decision, plan, appendices).
 * Pure; works on any text.
 */
export function segment(normalization: Normalization, rulebook: Rulebook): Segmentation {
  const { text } = normalization
  const lines = splitTextLines(text)
  const cells = mapCells(lines, normalization.tallCells)
  const opening = findOpening(text, lines, rulebook)
  const starts = new Map(
    findPartStarts(lines, cells, normalization, rulebook, Math.max(opening.body - 1, opening.typeLine ?? 0)).map(start => [start.line, start] as const),
  )
  const footnotes = new Map(normalization.footnoteBodies.map(f => [f.span.start, f.label]))
  const tree = createHeadingTree(text, rulebook)
  const blocks: Block[] = []
  const walk: Walk = { zone: 'body', part: 0, reciting: true, bullets: [], intro: null }
  const partLines: { start: PartStart | null; from: number }[] = [{ start: null, from: 0 }]

  /** What is signed further down is no site's. */
  const lastSigned = lines.findLastIndex(line => /^(?:Nơi nhận|TM\.|KT\.)/.test(line.text))

  for (const line of lines) {
    if (line.isBar) {
      if (walk.zone !== 'site-end') walk.zone = 'body'
      continue
    }
    const start = starts.get(line.index)
    if (start && walk.zone !== 'site-end') {
      partLines.push({ start, from: line.index })
      Object.assign(walk, { zone: 'body', part: partLines.length - 1, reciting: false, bullets: [], intro: null })
      tree.openPart(walk.part)
    }
    const draft = classify(line)
    const { kind, bodyStart, section, marker, parent, footnote } = draft
    const cell = kind === 'cell' ? (cells.get(line.index) ?? null) : null
    // Spelt out and not spread: the engine keeps objects of one shape much more cheaply, and a text may have a hundred thousand lines.
    blocks.push({ id: blocks.length, kind, span: line.span, bodyStart, marker, parent, section, part: walk.part, cell, footnote })
  }

  function classify(line: TextLine): Draft {
    const { start, end } = line.span
    const plain = (kind: BlockKind) => block(kind, start, tree.current())
    if (walk.zone === 'site-end' || line.index < opening.first) return plain('boilerplate')
    const label = footnotes.get(start)
    if (label !== undefined) return block('footnote', start, tree.current(), { footnote: label })
    if (walk.part === 0 && (line.index < opening.body || line.index === opening.typeLine))
      return plain(line.index === opening.typeLine || opening.titleLines.includes(line.index) ? 'title' : 'header')
    if (cells.has(line.index)) return plain('cell')
    const open = partLines.at(-1)?.start
    if (open?.titleLines.includes(line.index)) {
      if (open.kind === 'appendix' && line.index === open.typeLine)
        return (
          headingBlock(line, {
            title:
              open.titleLines
                .filter(i => i !== open.typeLine)
                .map(i => (lines[i] as TextLine).text)
                .join(' ') || null,
          }) ?? plain('title')
        )
      return plain('title')
    }
    const zone = zoneAt(text, line, rulebook)
    if (zone === 'site-line') return plain('boilerplate')
    if (zone === 'site-end' && line.index > lastSigned && line.index > lines.length * 0.4) {
      walk.zone = 'site-end'
      return plain('boilerplate')
    }
    if (zone === 'attachment-note') return plain('attachment-note')
    if (zone === 'recipients') {
      walk.zone = 'recipients'
      return block('recipient', start, null)
    }
    if (walk.zone === 'recipients') {
      const bullet = matchBullet(text, start)
      if (bullet) return block('recipient', bullet.bodyStart, null, { marker: bullet.marker })
      walk.zone = 'body'
    }
    if (zone === 'signature') {
      walk.zone = 'signature'
      return block('signature', start, null)
    }
    if (walk.zone === 'signature') {
      if (isPersonName(line.text) || SIGNED.test(line.text) || OFFICE.test(line.text)) return block('signature', start, null)
      walk.zone = 'body'
    }
    if ((zone === 'authority' || zone === 'header') && line.text.length <= HEADER_LINE) return plain('header')
    if (zone === 'decides') {
      walk.reciting = false
      return plain('header')
    }
    const heading = headingBlock(line, null)
    if (heading) return heading
    if (isBehindLabel() && tree.entitle(line)) return block('heading', start, tree.current())
    if (walk.reciting && zone === 'recital') return plain('recital')
    return bulletBlock(line) ?? paragraphBlock(line, end)
  }

  /** Whether the last block is a heading, of which the label may stand alone. */
  function isBehindLabel(): boolean {
    const last = blocks.at(-1)
    return last?.kind === 'heading' && last.bodyStart === last.span.end
  }

  function headingBlock(line: TextLine, appendix: { readonly title: string | null } | null): Draft | null {
    const opened = tree.open(line, appendix)
    if (!opened) return null
    Object.assign(walk, { reciting: false, bullets: [], intro: null })
    return block('heading', opened.bodyStart, opened.section)
  }

  function bulletBlock(line: TextLine): Draft | null {
    const mark = matchBullet(text, line.span.start)
    if (!mark) return null
    const style = bulletStyle(mark.marker)
    const scopeOnly = isScopeOnly(text.slice(mark.bodyStart, line.span.end))
    const parents = bulletParents(walk.bullets, style, scopeOnly)
    const parent = parents.at(-1)?.block ?? walk.intro
    walk.bullets = [...parents, { block: blocks.length, style, scopeOnly }]
    return block('bullet', mark.bodyStart, tree.current(), { marker: mark.marker, parent })
  }

  function paragraphBlock(line: TextLine, end: number): Draft {
    const words = text.slice(line.span.start, end)
    const opens = /:$/.test(words) || (words.length < 120 && !/[.;,!?]$/.test(words))
    walk.bullets = []
    walk.intro = opens ? blocks.length : null
    return block('paragraph', line.span.start, tree.current())
  }

  const sections = tree.finish(lines.at(-1)?.span.end ?? 0)
  return { parts: toParts(partLines, lines, opening.typeLine, opening.titleLines), sections, blocks: tieFootnotes(blocks, normalization) }
}

function toParts(
  partLines: readonly { start: PartStart | null; from: number }[],
  lines: readonly TextLine[],
  typeLine: number | null,
  titleLines: readonly number[],
): Part[] {
  const words = (indexes: readonly number[]): string | null =>
    indexes
      .map(i => (lines[i] as TextLine).text)
      .join(' ')
      .trim() || null
  return partLines.map(({ start, from }, id) => {
    const next = partLines[id + 1]
    const last = lines[next ? next.from - 1 : lines.length - 1]
    const span = { start: lines[from]?.span.start ?? 0, end: Math.max(last?.span.end ?? 0, lines[from]?.span.start ?? 0) }
    const type = start ? start.typeLine : typeLine
    const title = start ? start.titleLines.filter(i => i !== start.typeLine) : titleLines
    return { id, kind: start?.kind ?? 'main', type: type === null || type === undefined ? null : words([type]), title: words(title), span }
  })
}

/** Gives each footnote body the section and the block of its mark, wherever the body stands. */
function tieFootnotes(blocks: readonly Block[], normalization: Normalization): Block[] {
  return blocks.map(b => {
    if (b.footnote === null) return b
    const mark =
      normalization.footnoteMarks.findLast(m => m.label === b.footnote && m.at <= b.span.start) ?? normalization.footnoteMarks.find(m => m.label === b.footnote)
    const host = mark && blocks.find(h => h.footnote === null && h.span.start <= mark.at && mark.at <= h.span.end)
    return host ? { ...b, section: host.section, parent: host.id } : b
  })
}
