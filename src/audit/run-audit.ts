import type { AuditCorpus, AuditDocument, AuditSource, CitingDocument, Finding, RelatedPlace } from '../model/audit.js'
import { gravityOf, type Severity } from '../model/diagnostic.js'
import { groupBy } from '../model/group.js'
import { detached, sliceSpan } from '../model/text.js'
import type { Rulebook } from '../rulebook/index.js'
import { auditTables } from './audit-tables.js'
import { type Check, type ComparedDraft, type Draft, isCalled, type Place } from './check.js'
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

const isWanted = (check: Check, wanted: readonly string[] | undefined): boolean => wanted === undefined || wanted.some(id => isCalled(check, id))

const answersTo = (document: AuditDocument, names: readonly string[]): boolean =>
  names.some(name => name === document.id || name === document.file || name === document.extraction.document.number)

const quoted = (place: Place | RelatedPlace): RelatedPlace => {
  if ('quote' in place) return place
  const { document, span } = place
  // A copy: a piece of the text would keep the whole text in memory for as long as the finding.
  const quote = detached(sliceSpan(document.extraction.text, span))
  return { document: nameOf(document), documentId: document.id, quote, span: { start: span.start, end: span.end } }
}

const toFinding = ({ id }: Check, { severity, message, at, related = [], suggestion = null }: Draft): Finding => ({
  check: id,
  severity,
  message: detached(message.en),
  messageVi: detached(message.vi),
  ...quoted(at),
  related: related.map(quoted),
  suggestion,
})

/** An audit in two rounds: first all documents are compared, then each tells its findings. No document is held longer than it is looked at. */
export interface Audit {
  /** Whether the wanted checks compare documents at all. */
  readonly compares: boolean
  /** Takes a document into the comparison, in the order of the corpus. */
  readonly compare: (document: CitingDocument) => void
  /** The findings in a document by place, then by the checks' order; after the first call nothing more is compared. */
  readonly findingsOf: (document: AuditDocument) => Finding[]
}

interface Told {
  readonly check: Check
  readonly at: number
  readonly draft: Draft
}

type Compared = { readonly check: Check; readonly at: number } & ComparedDraft

const byPlace = (a: Told, b: Told): number => a.draft.at.span.start - b.draft.at.span.start || a.draft.at.span.end - b.draft.at.span.end || a.at - b.at

/** Begins an audit with the checks that are wanted; those that compare see all documents, also where `documents` narrows what is reported. */
export function beginAudit(rulebook: Rulebook, options: Omit<AuditOptions, 'documents'> = {}): Audit {
  const tables = auditTables(rulebook)
  const wanted = checks.map((check, at) => ({ check, at })).filter(({ check }) => isWanted(check, options.checks))
  const comparisons = wanted.flatMap(({ check, at }) => (check.scope === 'corpus' ? [{ check, at, comparison: check.compare(tables) }] : []))
  const least = gravityOf(options.severity ?? 'info')
  let compared: ReadonlyMap<string, readonly Compared[]> | undefined
  const end = (): ReadonlyMap<string, readonly Compared[]> =>
    groupBy(
      comparisons.flatMap(({ check, at, comparison }) => comparison.end().map(draft => ({ check, at, ...draft }))),
      draft => draft.documentId,
    )
  return {
    compares: comparisons.length > 0,
    compare: document => {
      for (const { comparison } of comparisons) comparison.add(document)
    },
    findingsOf: document => {
      compared ??= end()
      const own = wanted.flatMap(({ check, at }) => check.inspect(document, tables).map((draft): Told => ({ check, at, draft })))
      const others = (compared.get(document.id) ?? []).map(({ check, at, complete }): Told => ({ check, at, draft: complete(document) }))
      return [...others, ...own]
        .filter(({ draft }) => gravityOf(draft.severity) >= least)
        .sort(byPlace)
        .map(({ check, draft }) => toFinding(check, draft))
    },
  }
}

/**
 * Runs the checks over a corpus. Findings come by document in the corpus' order, then by place, then by the checks' order: the same corpus
 * gives the same list.
 */
export function runAudit(corpus: AuditCorpus, rulebook: Rulebook, { documents: names, ...options }: AuditOptions = {}): Finding[] {
  const audit = beginAudit(rulebook, options)
  if (audit.compares) for (const document of corpus.documents) audit.compare(document)
  const reported = names ? corpus.documents.filter(document => answersTo(document, names)) : corpus.documents
  return reported.flatMap(document => audit.findingsOf(document))
}

/** As `runAudit`, over documents that come one by one and are not held: memory follows the largest document and what all of them cite. */
export async function* streamAudit(source: AuditSource, rulebook: Rulebook, options: Omit<AuditOptions, 'documents'> = {}): AsyncGenerator<Finding> {
  const audit = beginAudit(rulebook, options)
  if (audit.compares) for await (const document of source.citing()) audit.compare(document)
  for await (const document of source.whole()) yield* audit.findingsOf(document)
}
