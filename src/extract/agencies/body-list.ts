import type { Piece } from '../../model/find.js'
import type { CompiledRule, Rulebook } from '../../rulebook/index.js'
import { tailAfter } from './match-tail.js'
import { type Matcher, matcherFor, nameAt } from './name-matcher.js'

const JOINT = /^(?:, và các |, và |, các (?=\p{Lu})|, | và các (?=\p{Lu})| và |; |;)/u
const WORD = /^[\p{L}\p{N}&]+/u

/** Reads lists of bodies: names, groups, and the general words of `task-body`. */
export interface BodyLister {
  readonly matcher: Matcher
  /** The rules for groups and for general words that can begin at a place. */
  readonly rulesAt: (at: number) => readonly CompiledRule[]
}

/** A lister over one text. */
export const bodyLister = (text: string, rulebook: Rulebook): BodyLister => ({
  matcher: matcherFor(text, rulebook),
  rulesAt: at => [...rulebook.stageAt('agency-group', text, at), ...rulebook.stageAt('task-body', text, at)],
})

/** The end of the one body or group that begins at `at`, or null. */
function bodyEnd(lister: BodyLister, at: number): number | null {
  const { text } = lister.matcher
  const word = WORD.exec(text.slice(at, at + 30))?.[0]
  const name = word && /^\p{Lu}/u.test(word) ? nameAt(lister.matcher, at, word, 0) : null
  const ends = name ? [name.span.end] : []
  for (const rule of lister.rulesAt(at)) {
    const match = rule.matchAt(text, at)
    if (!match) continue
    const tail = tailAfter(lister.matcher, match.span.end)
    ends.push(tail?.span.end ?? match.span.end)
  }
  if (ends.length === 0) return null
  const end = Math.max(...ends)
  return /^ (?:có )?liên quan/u.test(text.slice(end, end + 16)) ? text.indexOf('quan', end) + 4 : end
}

/** The list of bodies that begins exactly at `at`, one piece for each, or an empty list. */
export function bodiesAt(lister: BodyLister, at: number, limit: number): Piece[] {
  const { text } = lister.matcher
  const found: Piece[] = []
  let start = at
  for (;;) {
    const end = bodyEnd(lister, start)
    if (end === null || end > limit) return found
    found.push({ span: { start, end }, raw: text.slice(start, end) })
    const joint = JOINT.exec(text.slice(end, end + 10))?.[0]
    if (joint === undefined) return found
    start = end + joint.length
  }
}
