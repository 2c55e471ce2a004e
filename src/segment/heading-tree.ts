import type { Section, SectionKind } from '../model/section.js'
import type { NormalizedText } from '../model/text.js'
import type { Rulebook } from '../rulebook/index.js'
import { type HeadingMatch, matchHeadings } from './heading-matcher.js'
import { fitness, type OpenHeading, parentsFor } from './heading-stack.js'
import type { TextLine } from './line.js'

const TITLE_LENGTH = 400

/** The title behind a label: the words of the line; of a paragraph that runs in, the words before its first colon or full stop. */
function titleOf(words: string): string | null {
  const trimmed = words.replace(/[\s.:;,]+$/, '')
  if (trimmed === '') return null
  const lead = trimmed.match(/^(.{3,120}?)(?:: |\. )/)
  if (trimmed.length > 60 && lead) return (lead[1] as string).trim()
  return trimmed.length <= TITLE_LENGTH ? trimmed : null
}

/** A heading whose number does not follow may be one that skips or repeats a number; more than that is no heading. */
function isPlausible(open: readonly OpenHeading[], h: HeadingMatch): boolean {
  if (fitness(open, h) >= 1) return true
  if (['phan', 'chuong', 'dieu', 'phu-luc', 'muc'].includes(h.kind)) return true
  const peer = open.findLast(o => o.heading.style === h.style && o.heading.prefix === h.prefix)
  if (peer) return h.value <= peer.heading.value + 3
  return h.value <= 3 || h.prefix !== '' || (h.kind === 'la-ma' && h.value <= 10)
}

/** Builds the tree of headings while a walk over the lines offers them in order. */
export class HeadingTree {
  private stack: readonly OpenHeading[] = []
  private readonly sections: Omit<Section, 'extent'>[] = []
  private part = 0

  constructor(
    private readonly text: NormalizedText,
    private readonly rulebook: Rulebook,
  ) {}

  /** The section that governs what comes next. */
  get current(): number | null {
    return this.stack.at(-1)?.section ?? null
  }

  /** A new part has its own numbering. */
  openPart(part: number): void {
    this.part = part
    this.stack = []
  }

  /** Opens a section when the line is a heading; null when it is none. */
  open(line: TextLine, appendix: boolean): { readonly section: number; readonly bodyStart: number } | null {
    const readings = matchHeadings(this.text, line.span.start, this.rulebook).filter(h => (h.kind === 'phu-luc') === appendix && isPlausible(this.stack, h))
    const best = readings.sort((a, b) => fitness(this.stack, b) - fitness(this.stack, a))[0] ?? (appendix ? bareAppendix(line) : undefined)
    if (!best) return null
    const parents = parentsFor(this.stack, best)
    const id = this.sections.length + 1
    this.stack = [...parents, { heading: best, section: id }]
    this.sections.push({
      id,
      parent: parents.at(-1)?.section ?? null,
      part: this.part,
      kind: best.kind,
      label: best.label,
      title: titleOf(this.text.slice(best.bodyStart, line.span.end).replace(/^[\s.:]+/, '')),
      path: this.stack.map(o => o.heading.label).join('/'),
      depth: this.stack.length,
      span: line.span,
    })
    return { section: id, bodyStart: best.bodyStart }
  }

  /** All sections with what they govern. */
  finish(end: number): Section[] {
    return this.sections.map((section, i) => {
      const next = this.sections.slice(i + 1).find(s => s.part !== section.part || s.depth <= section.depth)
      return { ...section, extent: { start: section.span.start, end: next ? next.span.start : end } }
    })
  }
}

function bareAppendix(line: TextLine): HeadingMatch | undefined {
  const label = line.text.match(/^(?:PHỤ LỤC|Phụ lục)(?:\s(?:[IVXLC]{1,6}|\d{1,2}[A-Za-z]?)(?=$|[.:\s]))?/)?.[0]
  if (!label) return undefined
  const kind: SectionKind = 'phu-luc'
  return { kind, label, style: kind, value: 1, prefix: '', depthInNumber: 1, bodyStart: line.span.start + label.length, ruleId: 'heading.appendix' }
}
