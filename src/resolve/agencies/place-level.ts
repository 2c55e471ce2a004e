import type { AgencyTail } from '../../model/agency-find.js'
import type { DocumentRecord } from '../../model/extraction.js'
import { foldTone } from '../../model/fold.js'
import type { Rulebook } from '../../rulebook/index.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'
import type { RuleFile } from '../../rulebook/schema.js'

type Province = RuleFile<'provinces'>['entries'][number]

/** The province a document belongs to, with its kind at that time. */
export interface Home {
  readonly name: string
  readonly isCity: boolean
}

const entriesOf = onceForRulebook((rulebook): readonly Province[] => rulebook.tables('provinces').flatMap(t => t.entries))

const standsAt = (entry: Province, date: string): boolean => (entry.from ?? '') <= date && date <= (entry.until ?? '9999')

/** The document's province and whether it was a city run by the centre on the document's date. */
export function homeOf(document: DocumentRecord, rulebook: Rulebook): Home | null {
  if (document.province === null) return null
  const { name } = document.province
  const date = document.date ?? '9999'
  const named = entriesOf(rulebook).filter(e => e.name === name)
  const entry = named.find(e => standsAt(e, date)) ?? named[0]
  return { name, isCity: entry?.unit === 'thành phố' }
}

const WORDS = [
  ['tỉnh', /(?<!\p{L})(?:tỉnh|cấp thành phố)(?!\p{L})/u],
  ['huyện', /(?<!\p{L})(?:huyện|quận|thị xã)(?!\p{L})/u],
  ['xã', /(?<!\p{L})(?:(?<!thị )xã|phường|thị trấn|đặc khu)(?!\p{L})/u],
] as const

/** The one level that the words name, or null where they name several or none. */
function countedLevel(raw: string): string | null {
  const found = WORDS.filter(([, pattern]) => pattern.test(foldTone(raw)))
  return found.length === 1 ? (found[0] as (typeof WORDS)[number])[0] : null
}

const CITY = /^(?:thành phố|tp\.?|thủ đô)$/
const TOWN = /^(?:huyện|quận|thị xã|tx\.?)$/

/** The level that a tail says, given the document's province: "thành phố" is a province in Cần Thơ and a district in Hà Tĩnh. */
export function tailLevel(tail: AgencyTail, home: Home | null, rulebook: Rulebook): string | null {
  if (tail.level === 'listed') return countedLevel(tail.raw)
  if (tail.level !== 'unit') return tail.level
  const unit = tail.unit ?? ''
  if (unit === 'tỉnh') return 'tỉnh'
  if (TOWN.test(unit)) return 'huyện'
  if (!CITY.test(unit)) return 'xã'
  if (tail.place === null) return home === null ? null : home.isCity ? 'tỉnh' : 'huyện'
  const isProvince = entriesOf(rulebook).some(e => e.unit === 'thành phố' && e.name === tail.place)
  return isProvince && (home === null || home.isCity || !home.name.endsWith(tail.place)) ? 'tỉnh' : 'huyện'
}
