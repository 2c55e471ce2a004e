import { entryOf } from '../../model/entry-of.js'
import type { ReferenceRecord } from '../../model/extraction.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { ReferenceFind } from '../../model/reference-find.js'
import type { Part, Section, SectionKind } from '../../model/section.js'
import { type PinpointStep, parsePinpoint } from './parse-pinpoint.js'

const KINDS: Readonly<Record<string, readonly SectionKind[]>> = {
  điểm: ['diem'],
  khoản: ['so', 'khoan'],
  Điều: ['dieu'],
  Mục: ['muc', 'la-ma', 'so', 'chu-hoa'],
  Phần: ['phan', 'la-ma', 'chu-hoa'],
  Chương: ['chuong'],
  'Phụ lục': ['phu-luc'],
}
/** The bare label of a section: `5` of "Điều 5", `II` of "PHỤ LỤC II". */
const bareLabel = (section: Section): string => section.label.replace(/^(?:Điều|ĐIỀU|Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Phụ lục|PHỤ LỤC)\s?/, '')

const isUnder = (section: Section, ancestor: Section): boolean =>
  ancestor.extent.start <= section.span.start && section.span.start < ancestor.extent.end && section.id !== ancestor.id

/** The sections that a step names among those below `within` (or of the part). */
function stepInto(step: PinpointStep, sections: readonly Section[], within: readonly Section[] | null): Section[] {
  const kinds = entryOf(KINDS, step.unit) ?? []
  const pool = sections.filter(s => kinds.includes(s.kind) && (within === null || within.some(w => isUnder(s, w))))
  if (step.labels.length === 0) return pool.filter(s => bareLabel(s) === '')
  return step.labels.flatMap(label => pool.filter(s => bareLabel(s) === label || (/^\d/.test(label) && s.label === label)).slice(0, 1))
}

/** The parts that a type's name can mean where a block stands: its own part first, then the decision, then what is attached. */
function partsOf(host: string, own: number, parts: readonly Part[]): Part[] {
  const named = parts.filter(p => p.type?.toUpperCase().startsWith(host.toUpperCase()))
  return [...named].sort((a, b) => Number(b.id === own) - Number(a.id === own) || a.id - b.id)
}

interface Home {
  readonly own: Section | null
  readonly part: number
  readonly sections: readonly Section[]
  readonly parts: readonly Part[]
}

/** The enclosing section of a unit: "Điều này", "khoản này". */
function enclosing(unit: string, home: Home): Section | null {
  const kinds = entryOf(KINDS, unit === 'Khoản' ? 'khoản' : unit) ?? []
  for (let s = home.own; s; s = home.sections.find(p => p.id === s?.parent) ?? null) if (kinds.includes(s.kind)) return s
  return null
}

/** "Nghị định này" in a plan means a decree named before, not the plan: no reference of the document to itself. */
function meansOther(find: ReferenceFind, home: Home): boolean {
  const whole = find.ruleId === 'own-reference.whole' || find.ruleId === 'own-reference.pinpoint'
  return whole && find.host !== null && partsOf(find.host, home.part, home.parts).length === 0
}

function targetsOf(find: ReferenceFind, home: Home): { readonly sections: readonly Section[]; readonly part: Part | null } {
  const steps = find.pinpoint ? parsePinpoint(find.pinpoint) : []
  const walk = (start: readonly Section[] | null, pool: readonly Section[]) =>
    [...steps].reverse().reduce<readonly Section[] | null>((within, step) => stepInto(step, pool, within), start)
  if (find.ruleId === 'own-reference.relative') {
    const host = enclosing(find.host as string, home)
    return { sections: host ? (steps.length > 0 ? (walk([host], home.sections) ?? []) : [host]) : [], part: null }
  }
  if (find.ruleId === 'own-reference.attached') {
    const appendix = parsePinpoint(find.host as string).filter(s => s.unit === 'Phụ lục')
    if (appendix.length > 0) {
      const found = stepInto(appendix[0] as PinpointStep, home.sections, null)
      const only = home.sections.filter(s => s.kind === 'phu-luc')
      return { sections: found.length > 0 ? found : appendix[0]?.labels.length === 0 && only.length === 1 ? only : [], part: null }
    }
    const attached = home.parts.filter(p => p.kind === 'attachment' && p.type?.toUpperCase().startsWith((find.host as string).toUpperCase()))
    return { sections: [], part: attached.length === 1 ? (attached[0] as Part) : null }
  }
  const part = find.host === null ? home.parts[0] : partsOf(find.host, home.part, home.parts)[0]
  if (!part) return { sections: [], part: null }
  if (steps.length === 0) return { sections: [], part }
  const pool = steps.some(s => s.unit === 'Phụ lục') ? home.sections : home.sections.filter(s => s.part === part.id)
  return { sections: walk(null, pool) ?? [], part }
}

/** Resolves each place where the document points at itself on the document's own tree; what is not there stays unresolved. */
export function resolveReferences(finds: readonly ReferenceFind[], reading: Reading): Unplaced<ReferenceRecord>[] {
  const { blocks, sections, parts } = reading.segmentation
  return finds.flatMap(find => {
    const block = blocks[find.block]
    const home: Home = { own: sections.find(s => s.id === block?.section) ?? null, part: block?.part ?? 0, sections, parts }
    if (meansOther(find, home)) return []
    const { sections: targets, part } = targetsOf(find, home)
    const named = find.pinpoint !== null || find.ruleId === 'own-reference.relative'
    return {
      block: find.block,
      span: find.span,
      pinpoint: find.pinpoint,
      host: find.host,
      targets: targets.map(s => ({ section: s.id, path: s.path })),
      part: part ? part.id : null,
      resolved: targets.length > 0 || (!named && part !== null),
      rule: find.ruleId,
    }
  })
}
