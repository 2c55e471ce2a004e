import type { Generated } from 'kysely'
import type { IndicatorTable, ProvinceTable } from './catalogue-tables.js'
import type { Listed, Placed, Sighted } from './record-columns.js'
import type { RunFileTable, RunTable } from './run-tables.js'
import type { CandidateView, CitationView, Confidence, DocumentWorkView, Flag, LawNumberView, TargetView, WorkIdentityView, WorkReadingView } from './views.js'

export type { RunFileTable, RunTable }

export interface DocumentTable {
  id: string
  sha256: string
  file: string | null
  format: string
  encoding: string
  reader: string
  site_metadata: string | null
  number: string | null
  number_key: string | null
  type: string | null
  title: string | null
  issuer: string | null
  province_code: string | null
  province: string | null
  province_now: string | null
  place: string | null
  date: string | null
  effective_date: string | null
  signer: string | null
  signer_title: string | null
  period: string | null
  recipients: string | null
  attachments: string
  evidence: string
  work_id: string | null
  identity: string | null
  current: Generated<Flag>
  text: string
  pages: string | null
  rulebook_hash: string
  extractor_version: string
}

export interface SourceFileTable {
  path: string
  file: string
  document_id: string | null
  sha256: string | null
  status: 'stored' | 'failed'
  code: string | null
  message: string | null
  hint: string | null
}

export interface DocumentHistoryTable {
  id: Generated<number>
  path: string
  document_id: string
  number: string | null
  sha256: string
  rulebook_hash: string
  extractor_version: string
  replaced_by: string | null
}

export interface SectionTable {
  id: string
  document_id: string
  ordinal: number
  no: number
  parent_no: number | null
  kind: string
  label: string
  title: string | null
  path: string
  depth: number
  span_start: number
  span_end: number
}

export interface TargetTable extends Placed, Listed, Sighted {
  /** Of the document. */
  province: string | null
  role: string
  value: number
  value_max: number | null
  unit: string
  unit_noun: string | null
  denominator: number | null
  per: string | null
  out_of: string | null
  comparator: string
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
  subject: string | null
  indicator: string | null
  indicator_score: number | null
  field: string | null
  statement: string
  statement_start: number
  statement_end: number
  evidence: string
}

export interface WorkTable {
  id: string
  family: string
  symbol: string
  dated: string | null
  province: string | null
  exact: Flag
}

export interface CitationTable extends Placed, Listed, Sighted {
  type: string | null
  canonical: string | null
  canonical_key: string | null
  repaired: string | null
  repaired_key: string | null
  repair_reason: string | null
  name: string | null
  name_key: string | null
  date: string | null
  date_source: string | null
  issuer: string | null
  pinpoint: string | null
  relation: string
  self: Flag
  work_id: string | null
  key_start: number
  key_end: number
  evidence: string
}

export interface WorkNameTable {
  name_key: string
  dated: string
  work_id: string
}

export interface RegistryDocumentTable {
  id: string
  work_id: string
  family: string
  symbol: string
  dated: string | null
  province: string | null
  type: string
  number: string
  number_key: string
  name_key: string | null
  issuer: string | null
  date: string | null
  title: string | null
  confidence: Confidence
  source: string | null
}

export interface TaskTable extends Placed, Listed {
  kind: 'table' | 'assignment'
  task_group: string | null
  no: string | null
  task: string
  lead: string | null
  support: string | null
  due: string | null
  due_date: string | null
  due_end: string | null
  product: string | null
  note: string | null
  role: string | null
  body_words: string | null
}

export interface AgencyTable extends Placed {
  name: string
  agency: string | null
  level: string | null
  province: string | null
  duty: string | null
  name_words: string | null
  quote_words: string | null
}

export interface CrossReferenceTable extends Placed {
  pinpoint: string | null
  host: string | null
  targets: string
  part: number | null
  resolved: Flag
}

export interface AbbreviationTable extends Placed {
  short: string
  meaning: string | null
  work_number: string | null
  uses: string
  evidence: string
}

export interface DiagnosticTable {
  id: string
  document_id: string
  ordinal: number
  code: string
  severity: string
  message: string
  span_start: number | null
  span_end: number | null
}

export interface PassageTable {
  id: Generated<number>
  document_id: string
  section_id: string | null
  ordinal: number
  span_start: number
  span_end: number
  folded: string
}

/** Words of a target's sentence, in a table of its own: the full text index needs rows with a number. */
export interface TargetWordsTable {
  id: Generated<number>
  target_id: string
  folded: string
}

/** Every table: the one schema that all code which touches the database is typed by. */
export interface Database {
  document: DocumentTable
  source_file: SourceFileTable
  document_history: DocumentHistoryTable
  section: SectionTable
  target: TargetTable
  work: WorkTable
  work_name: WorkNameTable
  citation: CitationTable
  registry_document: RegistryDocumentTable
  task: TaskTable
  agency: AgencyTable
  cross_reference: CrossReferenceTable
  abbreviation: AbbreviationTable
  diagnostic: DiagnosticTable
  passage: PassageTable
  target_words: TargetWordsTable
  run: RunTable
  run_file: RunFileTable
  province: ProvinceTable
  indicator: IndicatorTable
}

/** The tables with the views: what queries may read. */
export interface ReadDatabase extends Database {
  v_targets: TargetView
  v_citations: CitationView
  v_candidates: CandidateView
  v_work_readings: WorkReadingView
  v_work_identity: WorkIdentityView
  v_law_numbers: LawNumberView
  v_document_works: DocumentWorkView
}
