import type { Finding } from '../model/audit.js'
import type { Bilingual } from '../model/bilingual.js'

/** What a report needs to know of a check. */
export interface ReportedCheck {
  readonly id: string
  readonly name: Bilingual
  readonly about: string
}

/** The document that a finding stands in, by the name that findings give it. */
export interface FindingSource {
  readonly file: string | null
  readonly text: string
}

/** Writes findings as a whole file. */
export type FindingsWriter = (
  findings: readonly Finding[],
  checks: readonly ReportedCheck[],
  sources: ReadonlyMap<string, FindingSource>,
  version: string,
) => string
