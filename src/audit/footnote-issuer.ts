import type { Span } from '../model/text.js'
import type { AuditTables, IssuingBody } from './audit-tables.js'

/** A footnote stands on the page of its mark. */
const FARTHEST = 10_000

const MOST_TRIES = 20

const isRaised = (unit: string | undefined): boolean => unit !== undefined && /[¹²³⁰⁴⁵⁶⁷⁸⁹]/.test(unit)

/** Whether a label at a place is a whole mark in running text, not a footnote's own beginning or a part of a longer mark. */
const isMark = (text: string, at: number, label: string): boolean =>
  at > 0 && text[at - 1] !== '\n' && !isRaised(text[at - 1]) && !isRaised(text[at + label.length])

/** The label of the footnote whose body begins the line that a place stands in; null elsewhere. */
export function footnoteAt(text: string, at: number): { label: string; start: number } | null {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const label = /^[¹²³⁰⁴⁵⁶⁷⁸⁹]+/.exec(text.slice(start, start + 4))?.[0]
  return label === undefined ? null : { label, start }
}

/** The clause that carries the mark, from the end of the sentence or of the clause with the mark before it. */
function clauseBefore(text: string, label: string, body: number): Span | null {
  const first = Math.max(0, body - FARTHEST)
  let mark = text.lastIndexOf(label, body - 1)
  for (let tries = 0; mark >= first && !isMark(text, mark, label); tries++) mark = tries < MOST_TRIES ? text.lastIndexOf(label, mark - 1) : -1
  if (mark < first) return null
  const from = Math.max(0, mark - 1500)
  const before = text.slice(from, mark)
  const breaks = [...before.matchAll(/\n\s*[-+•*]*\s*|[¹²³⁰⁴⁵⁶⁷⁸⁹]+[;,.]?\s*|\.\s+(?=\p{Lu})/gu)].at(-1)
  return { start: from + (breaks ? breaks.index + breaks[0].length : 0), end: mark }
}

/** The body that issued what a footnote lists, where the clause that carries its mark begins with a known body and says that it issued them. */
export function footnoteIssuer(text: string, at: number, tables: AuditTables): { readonly body: IssuingBody; readonly clause: Span } | null {
  const note = footnoteAt(text, at)
  const clause = note && clauseBefore(text, note.label, note.start)
  if (!clause) return null
  const words = text.slice(clause.start, clause.end)
  const body = tables.bodyOfIssuer(words)
  const issues = tables.patterns('audit-issuing').some(rule => rule.findAll(words).length > 0)
  return body && issues ? { body, clause } : null
}
