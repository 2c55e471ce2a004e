import { citationName, formatFigure, formatTime } from '../format/values.js'
import type { DocumentPage } from '../state/api.js'
import type { Settings } from '../state/settings.js'
import type { Words } from '../words/vi.js'
import { footnotesOf } from './footnotes.js'

export const kinds = ['target', 'citation', 'agency', 'deadline', 'finding', 'note'] as const
export type Kind = (typeof kinds)[number]

/** A place in the text that something was read from, as the page shows it. */
export interface Mark {
  readonly id: string
  readonly kind: Kind
  readonly start: number
  readonly end: number
  /** What it was read as, in a few words. */
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
  readonly section: string | null
  readonly rule: string | null
}

const facts = (...pairs: (readonly [string, string | null | undefined | false])[]): [string, string][] =>
  pairs.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []))

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= 90 ? line : `${line.slice(0, 89).trimEnd()}…`
}

/** Names of what records hold as ids. */
export interface Names {
  readonly check: (id: string) => string
  readonly indicator: (id: string) => string
}

function targetMarks({ targets, text }: DocumentPage, words: Words, names: Names): Mark[] {
  return targets
    .filter(target => target.role !== 'context')
    .map((target, i) => ({
      id: `target-${i}`,
      kind: 'target' as const,
      ...target.span,
      title: `${formatFigure(target)} ${target.subject ?? shortened(text.slice(target.statement.start, target.statement.end))}`,
      facts: facts(
        [words.role, target.role === 'result' ? words.result : words.target],
        [words.indicator, target.indicator && names.indicator(target.indicator)],
        [words.due, formatTime(target.deadline)],
        [words.level, target.levels?.join(', ')],
        [words.field, target.field],
        [words.statement, target.subject],
        [words.strive, target.hedged && words.yes],
      ),
      section: target.section,
      rule: target.rule,
    }))
}

/** Deadlines have a mark of their own where they stand in other words than the figure. */
function deadlineMarks({ targets }: DocumentPage): Mark[] {
  const places = new Map<string, Mark>()
  for (const target of targets) {
    const span = target.evidence.deadline
    if (target.role === 'context' || !span) continue
    const id = `deadline-${span.start}-${span.end}`
    if (!places.has(id))
      places.set(id, { id, kind: 'deadline', ...span, title: formatTime(target.deadline), facts: [], section: target.section, rule: target.rule })
  }
  return [...places.values()]
}

function citationMarks({ citations }: DocumentPage, words: Words): Mark[] {
  return citations.map((citation, i) => ({
    id: `citation-${i}`,
    kind: 'citation' as const,
    ...citation.span,
    title: citationName(citation),
    facts: facts(
      [words.relation, citation.relation],
      [words.issued, formatTime(citation.date)],
      [words.issuer, citation.issuer],
      [words.section, citation.pinpoint],
      [words.statement, citation.repaired === null ? null : citation.canonical],
    ),
    section: citation.section,
    rule: citation.rule,
  }))
}

const agencyMarks = ({ agencies }: DocumentPage, words: Words): Mark[] =>
  agencies.map((agency, i) => ({
    id: `agency-${i}`,
    kind: 'agency' as const,
    ...agency.span,
    title: agency.name,
    facts: facts([words.level, agency.level], [words.role, agency.duty]),
    section: agency.section,
    rule: agency.rule,
  }))

const findingMarks = ({ findings }: DocumentPage, { words, language }: Settings, names: Names): Mark[] =>
  findings.map((finding, i) => ({
    id: `finding-${i}`,
    kind: 'finding' as const,
    ...finding.span,
    title: language === 'vi' ? finding.messageVi : finding.message,
    facts: facts([words.severity, words[finding.severity]], [words.check, names.check(finding.check)], [words.suggestion, finding.suggestion]),
    section: null,
    rule: null,
  }))

/** References to footnotes: what the note says is at hand where its mark stands. */
const noteMarks = ({ text }: DocumentPage, words: Words): Mark[] =>
  footnotesOf(text).map(({ label, reference, note }) => ({
    id: `note-${reference.start}`,
    kind: 'note' as const,
    ...reference,
    title: `${words.footnote} ${label}: ${note}`,
    facts: [],
    section: null,
    rule: null,
  }))

/** Everything that was read in a document, in the order of the text; the wider of two that begin together comes first. */
export function marksOf(page: DocumentPage, settings: Settings, names: Names): Mark[] {
  const { words } = settings
  return [
    ...targetMarks(page, words, names),
    ...deadlineMarks(page),
    ...citationMarks(page, words),
    ...agencyMarks(page, words),
    ...findingMarks(page, settings, names),
    ...noteMarks(page, words),
  ].sort((a, b) => a.start - b.start || b.end - a.end || kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
}
