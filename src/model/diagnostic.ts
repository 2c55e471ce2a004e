import type { Span } from './text.js'
import { severities } from './vocabulary.js'

export type Severity = (typeof severities)[number]

/** How grave one is among them: the graver, the larger. */
export const gravityOf = (severity: Severity): number => severities.length - 1 - severities.indexOf(severity)

/** Something odd but usable that a stage saw; carried in the result and stored, never printed by a stage. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly span: Span | null
}
