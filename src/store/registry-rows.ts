import { lawNameKey } from '../model/law-name.js'
import { workKey } from '../model/work-key.js'
import { numberKey } from './number-key.js'
import type { RegistryDocumentTable } from './schema.js'
import type { Confidence } from './views.js'

/** A document that the rules know beforehand. */
export interface KnownDocument {
  readonly canonical: string
  readonly type: string
  readonly issuer: string | null
  readonly date: string | null
  readonly title: string | null
  readonly confidence: Confidence
  readonly source: string | null
}

/** The row of a registry entry, ordered as the rules list it; null where the entry lacks what tells its work from others of the number. */
export function toRegistryRow(entry: KnownDocument, ordinal: number): RegistryDocumentTable | null {
  const { canonical, type, issuer, date, title, confidence, source } = entry
  const work = workKey({ type, canonical, repaired: null, name: null, date, issuer }, null)
  if (!work?.exact) return null
  return {
    id: `registry-${String(ordinal + 1).padStart(6, '0')}`,
    work_id: work.key,
    family: work.family,
    symbol: work.symbol,
    dated: work.when,
    province: work.province,
    type,
    number: canonical,
    number_key: numberKey(canonical),
    name_key: lawNameKey(type, title),
    issuer,
    date,
    title,
    confidence,
    source,
  }
}
