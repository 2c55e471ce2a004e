import type { Span } from './text.js'

export type Severity = 'error' | 'warning' | 'info'

/** Something odd but usable that a stage saw; carried in the result and stored, never printed by a stage. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly span: Span | null
}
