import type { Piece } from '../../model/find.js'
import type { Reading } from '../../model/reading.js'
import type { Block, Section } from '../../model/section.js'
import type { TaskFind } from '../../model/task-find.js'
import type { Rulebook } from '../../rulebook/index.js'
import { type BodyLister, bodiesAt, bodyLister } from '../agencies/body-list.js'

/** A line that ends with a colon and is no longer than this only opens the items below it. */
const LONGEST_STEM = 60
const SHORTEST_ITEM = 25

interface Prose {
  readonly reading: Reading
  readonly rulebook: Rulebook
  readonly lister: BodyLister
}

/** The sections that say who does what, outermost only. */
function assigningSections({ reading, rulebook }: Prose): Section[] {
  const rules = rulebook.stage('task-section')
  const found: Section[] = []
  for (const section of reading.segmentation.sections) {
    const inside = found.some(s => s.extent.start <= section.extent.start && section.extent.end <= s.extent.end)
    if (!inside && section.title !== null && section.title.length < 120 && rules.some(rule => rule.findAll(section.title as string).length > 0))
      found.push(section)
  }
  return found
}

const joined = (pieces: readonly Piece[], text: string): Piece | null => {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return null
  const span = { start: first.span.start, end: last.span.end }
  return { span, raw: text.slice(span.start, span.end) }
}

/** Where the first match of the clause rules with a role stands between two places. */
function clause({ reading, rulebook }: Prose, role: string, from: number, to: number): Piece | null {
  const words = reading.text.slice(from, to)
  const rules = rulebook.stage('task-clause').filter(rule => rule.emit.role === role)
  const [first] = rules.flatMap(rule => rule.findAll(words)).sort((a, b) => a.span.start - b.span.start)
  return first ? { span: { start: from + first.span.start, end: from + first.span.end }, raw: first.raw } : null
}

/** The bodies that a line begins with, behind "Đề nghị" or "Giao". */
function leadOf(prose: Prose, block: Block): Piece | null {
  const { text } = prose.reading
  const opening = (role: string) =>
    prose.rulebook
      .stage('task-clause')
      .find(rule => rule.emit.role === role)
      ?.matchAt(text, block.bodyStart)
  if (opening('closing')) {
    for (let at = text.indexOf(', ', block.bodyStart); at >= 0 && at < block.span.end; at = text.indexOf(', ', at + 1)) {
      const bodies = joined(bodiesAt(prose.lister, at + 2, block.span.end), text)
      if (bodies) return bodies
    }
  }
  const at = (opening('lead')?.span.end ?? block.bodyStart - 1) + 1
  return joined(bodiesAt(prose.lister, at, block.span.end), text)
}

function itemOf(prose: Prose, block: Block, lead: Piece): TaskFind {
  const { text } = prose.reading
  const span = { start: block.bodyStart, end: block.span.end }
  const joint = clause(prose, 'support', span.start, span.end)
  const due = clause(prose, 'due', span.start, span.end)
  return {
    ruleId: 'task.prose-assignment',
    span,
    raw: text.slice(span.start, span.end),
    block: block.id,
    group: null,
    no: null,
    task: { span, raw: text.slice(span.start, span.end) },
    lead,
    support: joint && joined(bodiesAt(prose.lister, joint.span.end + 1, span.end), text),
    due,
    product: null,
    note: null,
  }
}

/** "4. Các Sở, ban, ngành của Thành phố, UBND phường, xã" above the work of these: a heading of bodies, whatever names among them are not known. */
function isBareHeading({ text, segmentation }: Reading, block: Block): boolean {
  const next = segmentation.blocks[block.id + 1]
  if (block.kind !== 'heading' || next === undefined || next.section === null || /[.;]$/.test(text.slice(block.bodyStart, block.span.end))) return false
  return next.section === block.section || segmentation.sections.some(s => s.id === next.section && s.parent === block.section)
}

function itemsOf(prose: Prose, section: Section): TaskFind[] {
  const { text, segmentation } = prose.reading
  const finds: TaskFind[] = []
  let lead: Piece | null = null
  /** The bullets below an item that ends with a colon belong to it. */
  let listIsOpen = false
  for (const block of segmentation.blocks) {
    if (block.span.start <= section.span.start || block.span.end > section.extent.end) continue
    if (!['heading', 'bullet', 'paragraph'].includes(block.kind)) continue
    const own = leadOf(prose, block)
    const rest = own === null ? null : text.slice(own.span.end, block.span.end).replace(/[\s.:;]+$/, '')
    if (own && block.kind !== 'bullet') lead = own
    const words = text.slice(block.bodyStart, block.span.end)
    const isStem = words.endsWith(':') && words.length <= LONGEST_STEM
    if (block.kind !== 'bullet') listIsOpen = false
    if (rest === '' || (own && isBareHeading(prose.reading, block)) || lead === null || isStem || listIsOpen || words.length < SHORTEST_ITEM) continue
    listIsOpen = words.endsWith(':')
    finds.push(itemOf(prose, block, own ?? lead))
  }
  return finds
}

/** The items of the sections that assign work in prose: each with the body of its heading or of its own first words. */
export function proseAssignments(reading: Reading, rulebook: Rulebook): TaskFind[] {
  const prose: Prose = { reading, rulebook, lister: bodyLister(reading.text, rulebook) }
  return assigningSections(prose).flatMap(section => itemsOf(prose, section))
}
