/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1

/** `v_targets`: a target or result with its document, flat. */
export interface TargetView {
  id: string
  document_id: string
  document: string | null
  document_type: string | null
  document_title: string | null
  document_date: string | null
  province_code: string | null
  province: string | null
  province_now: string | null
  section: string | null
  role: string
  subject: string | null
  comparator: string
  value: number
  value_max: number | null
  unit: string
  unit_noun: string | null
  denominator: number | null
  per: string | null
  out_of: string | null
  change: string | null
  deadline: string | null
  deadline_end: string | null
  deadline_source: string | null
  recurrence: string | null
  levels: string | null
  baseline: string | null
  place: string | null
  exception: string | null
  hedged: Flag
  indicator: string | null
  indicator_score: number | null
  indicator_name: string | null
  field: string | null
  statement: string
  quote: string
  span_start: number
  span_end: number
  page: number | null
  doubtful: Flag
  statement_start: number
  statement_end: number
  evidence: string
  rule: string
  ordinal: number
}

/** `v_citations`: a mention with its document, the work it cites, and that work's document where it is stored. */
export interface CitationView {
  id: string
  document_id: string
  document: string | null
  document_type: string | null
  document_date: string | null
  province_code: string | null
  province: string | null
  province_now: string | null
  section: string | null
  relation: string
  type: string | null
  canonical: string | null
  canonical_key: string | null
  repaired: string | null
  repaired_key: string | null
  repair_reason: string | null
  name: string | null
  date: string | null
  date_source: string | null
  issuer: string | null
  pinpoint: string | null
  self: Flag
  work_id: string | null
  resolved_work_id: string | null
  cited_document_id: string | null
  quote: string
  span_start: number
  span_end: number
  page: number | null
  doubtful: Flag
  key_start: number
  key_end: number
  evidence: string
  rule: string
  ordinal: number
}

/** How well the registry knows a document; a recalled one may suggest and never assert. */
export type Confidence = 'confirmed' | 'recalled'

/** `v_candidates`: one work that a mention can mean, by the nearest evidence there is. */
export interface CandidateView {
  citation_id: string
  document_id: string
  work_id: string
  found_in: 'document' | 'corpus' | 'registry'
  confidence: Confidence | null
}

/** `v_work_readings`: one work that a work, as far as a mention states it, can be. */
export interface WorkReadingView {
  stated_id: string
  work_id: string
  dated: string | null
  province: string | null
  family: string
  found_in: 'document' | 'registry'
  confidence: Confidence | null
}

/** `v_work_identity`: an exact work, and the numbered law that it is where it is a law's name and day. */
export interface WorkIdentityView {
  id: string
  identity_id: string
}

/** `v_law_numbers`: the number of a law by its name and time. */
export interface LawNumberView {
  name_key: string
  dated: string
  work_id: string
  found_in: 'document' | 'registry'
}

/** `v_document_works`: the works that a document states wholly, itself included. */
export interface DocumentWorkView {
  document_id: string
  work_id: string
}
