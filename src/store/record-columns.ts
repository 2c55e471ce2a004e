import type { Flag } from './views.js'

/** Columns of every record: where it stands and what found it. */
export interface Placed {
  id: string
  document_id: string
  section_id: string | null
  section: string | null
  ordinal: number
  quote: string
  span_start: number
  span_end: number
  rule: string
}

/** Records that a reader may look up in the source. */
export interface Sighted {
  page: number | null
  doubtful: Flag
}

/** Rows that are listed by province and date of their document. */
export interface Listed {
  sort_key: string
}
