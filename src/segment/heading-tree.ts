import type { Section, SectionKind } from '../model/section.js'
import type { NormalizedText } from '../model/text.js'
import type { Rulebook } from '../rulebook/index.js'
import { type HeadingMatch, matchHeadings } from './heading-matcher.js'
import { fitness, type OpenHeading, parentsFor } from './heading-stack.js'
import { isCapitalLine, type TextLine } from './line.js'

const TITLE_LENGTH = 400

/** The title behind a label: the words of the line; of a paragraph that runs in, the words before its first colon or full stop. */
function titleOf(words: string): string | null {
  const trimmed = words.replace(/[\s.:;,]+$/, '')
  if (trimmed === '') return null
  const lead = trimmed.match(/^(.{3,120}?)(?:: |\. )/)
  if (trimmed.length > 60 && lead) return (lead[1] as string).trim()
  return trimmed.length <= TITLE_LENGTH ? trimmed : null
}

/** The kinds of headings whose title stands in a line of its own, centred below the label (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const TITLED_BELOW: ReadonlySet<string> = new Set(['phan', 'chuong', 'muc', 'tieu-muc'])
const LONGEST_TITLE = 160
const isTitle = (words: string): boolean => isCapitalLine(words) || (words.length <= LONGEST_TITLE && /^\p{Lu}[^;]*[^\s.,;:!?]$/u.test(words))

/** A heading whose number does not follow may be one that skips or repeats a number; more than that is no heading. */
function isPlausible(open: readonly OpenHeading[], h: HeadingMatch): boolean {
  if (fitness(open, h) >= 1) return true
  if (['phan', 'chuong', 'dieu', 'phu-luc', 'muc'].includes(h.kind)) return true
  const peer = open.findLast(o => o.heading.style === h.style && o.heading.prefix === h.prefix)
  if (peer) return h.value <= peer.heading.value + 3
  return h.value <= 3 || h.prefix !== '' || (h.kind === 'la-ma' && h.value <= 10)
}

/** The tree of headings, built while a walk over the lines offers them in order. */
export interface HeadingTree {
  /** The section that governs what comes next. */
  current(): number | null
  /** A new part has its own numbering. */
  openPart(part: number): void
  /** Opens a section when the line is a heading; null when it is none. An appendix takes its title from the lines below it. */
  open(line: TextLine, appendix: { readonly title: string | null } | null): { readonly section: number; readonly bodyStart: number } | null
  /** Gives the last section its title when its heading is a bare "Chương I", "Phần thứ nhất" and the line is the title below it. */
  entitle(line: TextLine): boolean
  /** All sections with what they govern. */
  finish(end: number): Section[]
}

/** An empty tree over a text. */
export function createHeadingTree(text: NormalizedText, rulebook: Rulebook): HeadingTree {
  const sections: Omit<Section, 'extent'>[] = []
  let stack: readonly OpenHeading[] = []
  /** Series that a nested list broke off by beginning at 1 again; they may go on later. */
  let broken: readonly HeadingMatch[] = []
  let part = 0
  const resumes = (h: HeadingMatch): boolean => broken.some(b => b.style === h.style && b.prefix === h.prefix && b.value + 1 === h.value)
  const remember = (h: HeadingMatch): void => {
    const peer = stack.find(o => o.heading.style === h.style && o.heading.prefix === h.prefix)?.heading
    if (h.value === 1 && peer && peer.value > 1) broken = [...broken, peer]
    else if (resumes(h)) broken = broken.filter(b => b.style !== h.style || b.prefix !== h.prefix)
  }
  return {
    current: () => stack.at(-1)?.section ?? null,
    openPart(id) {
      part = id
      stack = []
      broken = []
    },
    open(line, appendix) {
      const readings = matchHeadings(text, line.span.start, rulebook).filter(
        h => (h.kind === 'phu-luc') === (appendix !== null) && (isPlausible(stack, h) || resumes(h)),
      )
      const best = readings.sort((a, b) => fitness(stack, b) - fitness(stack, a))[0] ?? (appendix ? bareAppendix(line) : undefined)
      if (!best) return null
      remember(best)
      const parents = parentsFor(stack, best)
      // A wider heading closes every series below it.
      if (parents.length < 2 && best.value !== 1) broken = broken.filter(b => b.style === best.style)
      const id = sections.length + 1
      stack = [...parents, { heading: best, section: id }]
      // "Điều 1." and "Điều 1:": the mark is no part of what the article says.
      const bodyStart = best.bodyStart + (/^[\s.:]*/.exec(text.slice(best.bodyStart, line.span.end))?.[0].length ?? 0)
      const title = titleOf(text.slice(bodyStart, line.span.end)) ?? appendix?.title ?? null
      const path = stack.map(o => o.heading.label).join('/')
      sections.push({
        id,
        parent: parents.at(-1)?.section ?? null,
        part,
        kind: best.kind,
        label: best.label,
        title,
        path,
        depth: stack.length,
        span: line.span,
      })
      return { section: id, bodyStart }
    },
    entitle(line) {
      const last = sections.at(-1)
      if (!last || last.title !== null || !TITLED_BELOW.has(last.kind) || !isTitle(line.text)) return false
      sections[sections.length - 1] = { ...last, title: titleOf(line.text), span: { start: last.span.start, end: line.span.end } }
      return true
    },
    finish(end) {
      // From the back: a section ends where the next one of its part that is no deeper begins.
      const ends: { depth: number; part: number; start: number }[] = []
      const extents = [...sections].reverse().map(section => {
        while (ends.length > 0 && ends.at(-1)?.part === section.part && (ends.at(-1) as { depth: number }).depth > section.depth) ends.pop()
        const next = ends.at(-1)
        ends.push({ depth: section.depth, part: section.part, start: section.span.start })
        return { start: section.span.start, end: next ? next.start : end }
      })
      return sections.map((section, i) => ({ ...section, extent: extents[sections.length - 1 - i] as Section['extent'] }))
    },
  }
}

/** An appendix without a number, which has no place in a series. */
function bareAppendix(line: TextLine): HeadingMatch | undefined {
  const label = line.text.match(/^(?:PHỤ LỤC|Phụ lục)/)?.[0]
  if (!label) return undefined
  const kind: SectionKind = 'phu-luc'
  return { kind, label, style: kind, value: 1, prefix: '', depthInNumber: 1, bodyStart: line.span.start + label.length, ruleId: 'heading.appendix' }
}
