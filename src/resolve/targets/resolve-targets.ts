import type { DocumentRecord, TargetRecord } from '../../model/extraction.js'
import type { QuantityFind } from '../../model/quantity-find.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Block } from '../../model/section.js'
import type { Rulebook } from '../../rulebook/index.js'
import type { ChangeRead } from './bounds.js'
import { contextsOf } from './contexts.js'
import { usableTimes } from './deadline.js'
import { frameStatement, isPercent } from './frame.js'
import { keptFrom, type Left } from './goes-on.js'
import { withNoteRoles } from './note-roles.js'
import { type Place, placesOf } from './places.js'
import { readValues, type ValueRead } from './read-values.js'
import type { Role } from './role.js'
import { type Scope, scopeOf } from './scope.js'
import type { Surroundings } from './surroundings.js'
import { toRecord } from './to-record.js'
import { unitTable } from './units.js'

type Unresolved = Unplaced<TargetRecord>

/** The role as recorded, or null when a number is neither percentage, money, commitment nor reported. */
function recordedRole(read: ValueRead, scope: Scope, block: Block): Role | null {
  const { role } = read.role
  const { find } = read.frame
  if (isPercent(find)) return role
  if (role === 'target' && read.committed) return 'target'
  if (role === 'result' && (scope.genre(block) === 'report' || find.emit.kind === 'money')) return 'result'
  return find.emit.kind === 'money' ? 'context' : null
}

function leaves(reads: readonly ValueRead[], block: Block, from: Left | null): Left {
  const led = reads.findLast(r => r.frame.depth === 0 && r.time !== null && !r.time.own && r.time.span.end <= r.frame.find.span.start)
  return { block, time: led?.time ?? from?.time ?? null, role: reads.findLast(r => r.frame.depth === 0)?.role ?? null }
}

function resolveStatement(finds: readonly QuantityFind[], before: Left | null, growth: Growth, on: Surroundings): { records: Unresolved[]; left: Left } {
  const head = finds[0] as QuantityFind
  const { statement, cues, block: id } = head
  const { source, scope } = on
  const block = on.reading.segmentation.blocks[id] as Block
  const from = keptFrom(before, head, block, on)
  const frames = frameStatement(source, finds)
  const times = usableTimes(source, statement, cues, scope.governingTime(block)?.time ?? scope.ownTime)
  const reads = readValues(frames, block, times, { role: from?.role ?? null, growth: growth.above(block) }, on)
  growth.note(block, reads)
  const places = placesOf(frames, on)
  const records = reads.flatMap(read => {
    const role = recordedRole(read, scope, block)
    return role === null ? [] : [toRecord(read, role, read.time ?? from?.time ?? null, places.get(read.frame) as Place, block, on, reads)]
  })
  return { records, left: leaves(reads, block, from) }
}

/** The rates of growth whose parts are told in the lines below: "Tốc độ tăng trưởng kinh tế 7,0 - 7,5%. Trong đó:". */
interface Growth {
  above(block: Block): ChangeRead | null
  note(block: Block, reads: readonly ValueRead[]): void
}

/** How a line ends whose parts follow in lines of their own. */
const LEADS_TO_PARTS = /trong (?:số )?đó ?:? ?$/iu

function growthOver({ reading, source }: Pick<Surroundings, 'reading' | 'source'>): Growth {
  const bySection = new Map(reading.segmentation.sections.map(s => [s.id, s.span.start]))
  const known = new Map<number, ChangeRead>()
  return {
    above: block => {
      const parent = block.parent === null ? null : reading.segmentation.blocks[block.parent]
      const start = parent?.span.start ?? (block.section === null ? undefined : bySection.get(block.section))
      return start === undefined || start === block.span.start ? null : (known.get(start) ?? null)
    },
    note: (block, reads) => {
      const change = reads.at(-1)?.change
      if (change?.isRate && LEADS_TO_PARTS.test(source.text.slice(block.bodyStart, block.span.end))) known.set(block.span.start, change)
    },
  }
}

/**
 * Gives finds their meaning: value and unit, bound, change and its base, time (from the statement, else the governing line or heading, else the document), level,
 * and whether they are targets, results or context. Percentages are kept whatever they are; other numbers when they are committed to or reported.
 */
export function resolveTargets(finds: readonly QuantityFind[], reading: Reading, document: DocumentRecord, rulebook: Rulebook): Unresolved[] {
  const source = { text: reading.text, contexts: contextsOf(rulebook), issued: document.date?.slice(0, 4) ?? null }
  const on: Surroundings = { reading, rulebook, document, source, scope: scopeOf(source, reading, document, rulebook), units: unitTable(rulebook) }
  const records: Unresolved[] = []
  const growth = growthOver(on)
  let left: Left | null = null
  for (let i = 0; i < finds.length; ) {
    const head = finds[i] as QuantityFind
    let j = i + 1
    while (finds[j]?.statement.start === head.statement.start) j++
    const result = resolveStatement(finds.slice(i, j), left, growth, on)
    records.push(...result.records)
    left = result.left
    i = j
  }
  return withNoteRoles(records, reading)
}
