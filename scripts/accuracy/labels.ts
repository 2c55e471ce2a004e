import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readJsonLines } from '../json-lines.js'
import { type Attribute, type Placed, type Score, scoreRecords } from './score.js'
import type { Extraction } from './types.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The labels that come with the project; tests/gold/GUIDE.md says what they mean. */
export const goldFolder = join(root, 'tests/gold')
/** The documents of `seeds/` that are labelled. */
export const labelled = ['000', '001', '002', '003', '004'] as const

interface QuantityLabel {
  start: number
  end: number
  quote: string
  role: string
  value: number
  value_max: number | null
  unit: string
  comparator: string
  change: string | null
  deadline: string | null
  level: string[] | null
  baseline: string | null
  recurrence: string | null
}
interface CitationLabel {
  quote: string
  key_start: number
  key_end: number
  type: string | null
  canonical: string | null
  repaired: string | null
  date: string | null
  pinpoint: string | null
  self: boolean
}
interface OutlineLabel {
  start: number
  label: string
  title: string | null
  quote: string
}
interface AgencyLabel {
  start: number
  end: number
  quote: string
  name: string
  kind: string
  level: string | null
  in_citation: boolean
}

/** The labels of one layer of a document; none when the layer is not labelled. */
export function readLabels<T>(doc: string, layer: string, folder = goldFolder): T[] {
  const path = join(folder, `${doc}.${layer}.jsonl`)
  return existsSync(path) ? readJsonLines<T>(path) : []
}

/** The seed whose file name begins with a document's number. */
export function seedFile(doc: string): string {
  const name = readdirSync(join(root, 'seeds')).find(file => file.startsWith(`${doc}_`))
  if (!name) throw new Error(`no seed begins with ${doc}_`)
  return join(root, 'seeds', name)
}

type Target = Extraction['targets'][number]
type Citation = Extraction['citations'][number]
type Section = Extraction['sections'][number]
type Agency = Extraction['agencies'][number]

const words = (s: string | null | undefined): string | null => s?.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase() ?? null
const symbol = (s: string | null | undefined): string | null => s?.normalize('NFKC').replace(/\s+/g, '').toLowerCase() ?? null
const sorted = (list: readonly string[] | null): readonly string[] => [...(list ?? [])].sort()
/** Targets count all; of results percentages and money, since plain counts of reports are not labelled exhaustively. */
const counts = (r: { role: string; unit: string }): boolean => r.role === 'target' || (r.role === 'result' && ['percent', 'vnd'].includes(r.unit))

const quantityAttributes: Attribute<QuantityLabel, Target>[] = [
  { name: 'role', label: g => g.role, given: p => p.role },
  { name: 'value', label: g => g.value, given: p => p.value, agrees: (g, p) => Math.abs(g.value - p.value) <= 1e-9 * Math.abs(g.value || 1) },
  { name: 'valueMax', label: g => g.value_max, given: p => p.valueMax },
  { name: 'unit', label: g => g.unit, given: p => p.unit },
  { name: 'comparator', label: g => g.comparator, given: p => p.comparator },
  { name: 'change', label: g => g.change, given: p => p.change },
  { name: 'deadline', label: g => g.deadline, given: p => p.deadline },
  { name: 'levels', label: g => sorted(g.level), given: p => sorted(p.levels) },
  { name: 'baseline', label: g => g.baseline, given: p => p.baseline },
  { name: 'recurrence', label: g => g.recurrence, given: p => p.recurrence },
]
const citationAttributes: Attribute<CitationLabel, Citation>[] = [
  {
    name: 'canonical',
    label: g => symbol(g.repaired ?? g.canonical),
    given: p => symbol(p.repaired ?? p.canonical),
    agrees: (g, p) =>
      [symbol(g.canonical), symbol(g.repaired)].includes(symbol(p.canonical)) || symbol(g.repaired ?? g.canonical) === symbol(p.repaired ?? p.canonical),
  },
  { name: 'type', label: g => words(g.type), given: p => words(p.type), agrees: (g, p) => g.type === null || words(g.type) === words(p.type) },
  { name: 'date', label: g => g.date, given: p => p.date },
  { name: 'pinpoint', label: g => words(g.pinpoint), given: p => words(p.pinpoint) },
  { name: 'self', label: g => g.self, given: p => p.self },
]
const bodyName = (s: string): string =>
  (words(s) as string)
    .replace(/\bubnd\b/g, 'ủy ban nhân dân')
    .replace(/\bhđnd\b/g, 'hội đồng nhân dân')
    .replace(/uỷ/g, 'ủy')

function scoreAgencies(doc: string, result: Extraction, folder?: string): Score | null {
  const all = readLabels<AgencyLabel>(doc, 'agencies', folder)
  const owed = all.filter(g => g.kind !== 'nhóm' && !g.in_citation)
  if (owed.length === 0) return null
  const over = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end
  // Groups and mentions inside citations neither help nor harm.
  const given = result.agencies.filter(p => owed.some(g => over(g, p.span)) || !all.some(g => over(g, p.span)))
  return scoreRecords<AgencyLabel, Agency>(
    'agencies',
    owed.map(g => ({ at: g, record: g })),
    given.map(p => ({ at: p.span, record: p })),
    [
      {
        name: 'name',
        label: g => bodyName(g.name),
        given: p => bodyName(p.name),
        agrees: (g, p) => [bodyName(g.name), bodyName(g.name.replace(/ (tỉnh|thành phố) [^,]+$/, ''))].includes(bodyName(p.name)),
      },
      { name: 'level', label: g => g.level, given: p => p.level },
    ],
    p => p.quote,
  )
}

/** Which catalogue entry each target measures, for the documents where that is labelled. */
function scoreIndicators(doc: string, result: Extraction, folder = goldFolder): Score | null {
  const path = join(folder, 'indicator-occurrences.csv')
  if (!existsSync(path)) return null
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
  const owed = rows.filter(([, of]) => of === doc).map(([slug, , start]) => ({ slug: slug as string, at: { start: Number(start), end: Number(start) + 1 } }))
  if (owed.length === 0) return null
  const golds = owed.map(({ slug, at }) => ({ at, record: { slug, quote: slug } }))
  const given = result.targets.filter(p => p.role === 'target' && p.indicator !== null).map(p => ({ at: p.span, record: p }))
  return scoreRecords<{ slug: string; quote: string }, Target>(
    'indicators',
    golds,
    given,
    [{ name: 'indicator', label: g => g.slug, given: p => p.indicator }],
    p => p.quote,
  )
}

/** Scores one extraction against the labels of its document, layer by layer. */
export function scoreDocument(doc: string, result: Extraction, folder?: string): Score[] {
  const place = <T extends { start: number; end: number }>(g: T): Placed<T> => ({ at: { start: g.start, end: g.end }, record: g })
  const citations = readLabels<CitationLabel>(doc, 'citations', folder).filter(g => g.type !== 'Tiêu chuẩn')
  const outline = readLabels<OutlineLabel>(doc, 'outline', folder)
  const heading = (start: number, label: string) => ({ start, end: start + 1 + label.length })
  return [
    scoreRecords(
      'quantities',
      readLabels<QuantityLabel>(doc, 'quantities', folder).filter(counts).map(place),
      result.targets.filter(counts).map(p => ({ at: p.span, record: p })),
      quantityAttributes,
      p => p.quote,
    ),
    scoreRecords(
      'citations',
      citations.map(g => ({ at: { start: g.key_start, end: g.key_end }, record: g })),
      result.citations.filter(p => p.type !== 'Tiêu chuẩn').map(p => ({ at: p.keySpan, record: p })),
      citationAttributes,
      p => p.quote,
    ),
    ...(outline.length > 0
      ? [
          scoreRecords<OutlineLabel, Section>(
            'headings',
            outline.map(g => ({ at: heading(g.start, g.label), record: { ...g, quote: `${g.label} ${g.title ?? ''}`.trim() } })),
            result.sections.map(p => ({ at: heading(p.span.start, p.label), record: p })),
            [{ name: 'label', label: g => symbol(g.label), given: p => symbol(p.label) }],
            p => p.label,
          ),
        ]
      : []),
    ...[scoreAgencies(doc, result, folder), scoreIndicators(doc, result, folder)].filter(s => s !== null),
  ]
}
