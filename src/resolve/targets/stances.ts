import type { DocumentRecord } from '../../model/extraction.js'
import type { Block, Part, Segmentation } from '../../model/section.js'
import type { Rulebook } from '../../rulebook/index.js'
import type { Outline } from './outline.js'
import type { Tables } from './tables.js'

export type Genre = 'report' | 'plan' | 'regulation' | 'other'

export interface Stance {
  readonly role: 'target' | 'result' | 'context'
  /** Whether the heading names goals, not just work. */
  readonly goal: boolean
  /** Whether the heading looks ahead, which counts in a report too. */
  readonly ahead: boolean
  /** Whether the heading of a scheme announces how many it is for: the counts below need no verb. */
  readonly scale: boolean
  /** Whether the heading's words are a label that tells of its own line too: "3. Số lượng thực hiện: 4.692 hộ". */
  readonly own: boolean
  /** Whether it is the head of a column of work as it was given, which a report sets its results beside. */
  readonly given: boolean
}

/** The kind of each part of a document: by its type, its title, else that of the document. `opening` is the line that a text without a head begins with. */
export function genreReader(document: DocumentRecord, opening: string | null, parts: readonly Part[], rulebook: Rulebook): (block: Block) => Genre {
  const rules = rulebook.stage('genre')
  const genreOf = (words: string | null): Genre | null =>
    words ? ((rules.find(r => r.findAll(words).length > 0)?.emit.genre as Genre | undefined) ?? null) : null
  const whole = genreOf(document.type) ?? genreOf(document.title) ?? genreOf(opening) ?? 'other'
  const byPart = new Map(parts.map(p => [p.id, genreOf(p.type) ?? genreOf(p.title) ?? whole]))
  return block => byPart.get(block.part) ?? whole
}

/** How many lines above one another are asked, and how long one is that leads to others and says no more. */
const LINES_ABOVE = 3
const LEAD = 80

/** What the headings over a block say of its values: the head of its column, the nearest heading that tells, the title of its appendix, the `opening` line of a text without a head. */
export function stanceReader(
  text: string,
  opening: string | null,
  { blocks, parts }: Segmentation,
  outline: Outline,
  tables: Tables,
  rulebook: Rulebook,
): (block: Block) => Stance | null {
  const rules = rulebook.stage('stance')
  const known = new Map<string, Stance | null>()
  const stanceOf = (words: string | null | undefined): Stance | null => {
    if (!words) return null
    const memo = known.get(words)
    if (memo !== undefined) return memo
    const emit = rules.find(rule => rule.findAll(words).length > 0)?.emit
    const says = (name: string): boolean => emit?.[name] === true
    const stance = emit
      ? { role: emit.role as Stance['role'], goal: says('goal'), ahead: says('ahead'), scale: says('scale'), own: says('own'), given: says('given') }
      : null
    known.set(words, stance)
    return stance
  }
  /** "- Chỉ tiêu:" over bullets of their own, which no heading is. */
  const ledBy = (block: Block): Stance | null => {
    for (let id = block.parent, hops = 0; id !== null && hops < LINES_ABOVE; hops++) {
      const above = blocks[id]
      if (!above || above.kind === 'heading') return null
      const words = text.slice(above.bodyStart, above.span.end)
      const stance = words.length < LEAD && words.endsWith(':') ? stanceOf(words) : null
      if (stance?.goal) return stance
      id = above.parent
    }
    return null
  }
  /** "Tên nhiệm vụ | Thời hạn | Kết quả thực hiện": what was asked for is told apart from what came of it. */
  const isBesideResults = (block: Block): boolean => tables.headRow(block).some(h => stanceOf(text.slice(h.bodyStart, h.span.end))?.role === 'result')
  return block => {
    const column = tables.headers(block).reduce<Stance | null>((found, head) => found ?? stanceOf(text.slice(head.bodyStart, head.span.end)), null)
    if (column?.role === 'result') return column
    // Work listed under the head "Nhiệm vụ" is to be done, whatever the title over the table says.
    if (column?.role === 'target') return { ...column, goal: true, ahead: column.ahead || (column.given && isBesideResults(block)) }
    const line = ledBy(block)
    if (line) return line
    for (const section of outline.chain(block.section)) {
      // A numbered paragraph that is the statement itself tells nothing about itself.
      const said = stanceOf(section.title)
      const found = section.span.start === block.span.start && said?.own !== true ? null : said
      if (found) return found
    }
    const part = parts.find(p => p.id === block.part)
    const title = stanceOf(part?.kind === 'appendix' ? part.title : opening)
    return title?.role === 'result' || title?.goal === true ? title : null
  }
}
