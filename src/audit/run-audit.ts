import type { AuditCorpus, AuditDocument, Finding } from '../model/audit.js'
import type { Severity } from '../model/diagnostic.js'
import { sliceSpan } from '../model/text.js'
import type { Rulebook } from '../rulebook/index.js'
import { auditTables } from './audit-tables.js'
import type { Check, Draft, Place } from './check.js'
import { checks } from './checks/index.js'
import { nameOf } from './describe.js'

export interface AuditOptions {
  /** Ids of checks, or their beginnings before a dot (`citation`); all by default. */
  readonly checks?: readonly string[]
  /** The least severity that is reported. */
  readonly severity?: Severity
  /** Numbers, files or ids of the documents that findings are wanted of; all by default. */
  readonly documents?: readonly string[]
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

const isWanted = (check: Check, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || wanted.some(id => check.id === id || check.id.startsWith(`${id}.`))

const answersTo = (document: AuditDocument, names: readonly string[]): boolean =>
  names.some(name => name === document.id || name === document.file || name === document.extraction.document.number)

function toFinding(check: Check, { severity, message, at, related = [], suggestion = null }: Draft): Finding {
  const place = ({ document, span }: Place) => ({
    document: nameOf(document),
    documentId: document.id,
    quote: sliceSpan(document.extraction.text, span),
    span: { start: span.start, end: span.end },
  })
  return { check: check.id, severity, message: message.en, messageVi: message.vi, ...place(at), related: related.map(place), suggestion }
}

/**
 * Runs the checks over a corpus. Findings come by document in the corpus' order, then by place, then by the checks' order: the same corpus
 * gives the same list. A check that needs other documents sees the whole corpus, also where `documents` narrows what is reported.
 */
export function runAudit(corpus: AuditCorpus, rulebook: Rulebook, options: AuditOptions = {}): Finding[] {
  const tables = auditTables(rulebook)
  const names = options.documents
  const reported = names ? corpus.documents.filter(document => answersTo(document, names)) : corpus.documents
  const order = new Map(reported.map((document, i) => [document, i]))
  const least = rank[options.severity ?? 'info']
  const found: { draft: Draft; check: Check; at: number }[] = []
  checks.forEach((check, at) => {
    if (!isWanted(check, options.checks)) return
    const drafts = check.scope === 'document' ? reported.flatMap(document => check.inspect(document, tables)) : check.inspect(corpus.documents, tables)
    for (const draft of drafts) if (order.has(draft.at.document) && rank[draft.severity] <= least) found.push({ draft, check, at })
  })
  const place = ({ draft }: { draft: Draft }): number => order.get(draft.at.document) as number
  return found
    .sort((a, b) => place(a) - place(b) || a.draft.at.span.start - b.draft.at.span.start || a.draft.at.span.end - b.draft.at.span.end || a.at - b.at)
    .map(({ check, draft }) => toFinding(check, draft))
}
