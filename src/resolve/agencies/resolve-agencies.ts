import type { AgencyFind, AgencyTail } from '../../model/agency-find.js'
import type { AgencyRecord, DocumentRecord } from '../../model/extraction.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'
import type { RuleFile } from '../../rulebook/schema.js'
import { dutiesOf } from './duties.js'
import { type Home, homeOf, tailLevel } from './place-level.js'

type Entry = RuleFile<'agencies'>['entries'][number]

interface Context {
  readonly home: Home | null
  readonly rulebook: Rulebook
  readonly entries: ReadonlyMap<string, Entry & { readonly scope: NonNullable<Entry['scope']> }>
  readonly reading: Reading
  readonly issuedByCommittee: boolean
}

interface Meaning {
  readonly name: string
  readonly level: string | null
  readonly province: string | null
}

const unitOf = (home: Home): string => (home.isCity ? 'thành phố' : 'tỉnh')
const isCapitals = (text: string): boolean => !/\p{Ll}/u.test(text)

function titleCase(place: string): string {
  if (!isCapitals(place)) return place
  return place.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase())
}

/** "tỉnh Trà Vinh" as the province's own bodies carry it, or "Trà Vinh" for those that take the bare name. */
const homeSuffix = (join: Entry['join'], home: Home | null): string =>
  home === null ? '' : join === 'name' ? ` ${home.name}` : ` ${unitOf(home)} ${home.name}`

function withTail(name: string, join: Entry['join'], tail: AgencyTail, context: Context): Meaning {
  const { home, rulebook } = context
  const level = tailLevel(tail, home, rulebook)
  const province = home?.name ?? null
  const words = isCapitals(tail.raw) ? tail.raw.toLowerCase() : tail.raw
  if (tail.group && tail.ruleId === 'agency-tail.provinces') return { name: `${name} ${words}`, level, province: null }
  if (tail.group) return { name: `${name} ${words}${home ? `, ${unitOf(home)} ${home.name}` : ''}`, level, province }
  if (tail.unit === null && tail.place === null) return { name: `${name} ${tail.raw}${level === 'tỉnh' && home ? ` ${home.name}` : ''}`, level, province }
  if (tail.place !== null) {
    const place = titleCase(tail.place)
    const unit = tail.unit === null || (join === 'name' && level === 'tỉnh') ? '' : ` ${tail.unit.replace(/^tp\.?$/, 'thành phố').replace(/^tx\.?$/, 'thị xã')}`
    return { name: `${name}${unit} ${place}`, level, province: level === 'tỉnh' ? place : province }
  }
  if (level === 'tỉnh') return { name: home ? name + homeSuffix(join, home) : `${name} ${tail.unit}`, level, province }
  return { name: `${name} ${tail.unit}`, level, province }
}

const isCommittee = (entry: Entry | undefined): boolean => entry?.id === 'uy-ban-nhan-dan' || entry?.id === 'hoi-dong-nhan-dan'

/** A committee without tail in the letterhead, the title or the signature is the one that issues the document. */
const isIssuer = (find: AgencyFind, context: Context): boolean =>
  context.issuedByCommittee && ['header', 'title', 'signature'].includes(context.reading.segmentation.blocks[find.block]?.kind ?? '')

/** A section among the recipients of a committee's document belongs to the committee's office (guide to the labels: "Phòng THNV"). */
const isOfficeSection = (find: AgencyFind, context: Context): boolean =>
  context.issuedByCommittee &&
  find.section &&
  find.level === null &&
  find.tail === null &&
  context.reading.segmentation.blocks[find.block]?.kind === 'recipient'

function meaningOf(find: AgencyFind, context: Context): Meaning {
  const { home } = context
  if (isOfficeSection(find, context))
    return { name: `${find.name}, Văn phòng Ủy ban nhân dân${homeSuffix('unit', home)}`, level: 'tỉnh', province: home?.name ?? null }
  const entry = find.entry === null ? undefined : context.entries.get(find.entry)
  const scope = entry?.scope ?? (find.level === 'trung ương' ? 'central' : find.level === 'tỉnh' ? 'province' : 'any')
  const join = entry?.join ?? 'unit'
  const name = (home?.isCity ? entry?.cityName : undefined) ?? entry?.name ?? find.name
  if (find.parent) {
    const whole = meaningOf(find.parent, context)
    return { ...whole, name: `${name}, ${whole.name}` }
  }
  if (find.tail) return withTail(name, join, find.tail, context)
  if (scope === 'central') return { name, level: 'trung ương', province: null }
  const province = home?.name ?? null
  if (find.group && find.entry === null) return { name: name + (find.level === 'tỉnh' ? homeSuffix('unit', home) : ''), level: find.level, province }
  if (scope === 'province' || (isCommittee(entry) && isIssuer(find, context))) return { name: name + homeSuffix(join, home), level: 'tỉnh', province }
  if (scope === 'city') return { name: name + homeSuffix(join, home), level: home === null ? null : home.isCity ? 'tỉnh' : 'huyện', province }
  if (scope === 'huyện') return { name, level: 'huyện', province }
  return { name, level: null, province }
}

const entriesOf = onceForRulebook(
  (rulebook): Context['entries'] =>
    new Map(rulebook.tables('agencies').flatMap(f => f.entries.map(e => [e.id, { ...e, scope: e.scope ?? f.defaults.scope }] as const))),
)

/** Gives each mention its full name, level and province: abbreviations written out, the document's province filled in. */
export function resolveAgencies(finds: readonly AgencyFind[], reading: Reading, document: DocumentRecord, rulebook: Rulebook): Unplaced<AgencyRecord>[] {
  const entries = entriesOf(rulebook)
  const issuedByCommittee = document.issuer === null || /^(?:UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Chủ tịch)/iu.test(document.issuer)
  const context: Context = { home: homeOf(document, rulebook), rulebook, entries, reading, issuedByCommittee }
  const duties = dutiesOf(finds, reading, rulebook)
  return finds.map((find, i) => {
    const { name, level, province } = meaningOf(find, context)
    return { name, level, province, id: find.entry, duty: duties[i] ?? null, span: find.span, rule: find.ruleId, block: find.block }
  })
}
