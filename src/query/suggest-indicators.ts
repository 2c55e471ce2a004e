import { foldedWords } from '../store/folded-words.js'
import type { TargetListing } from './find-targets.js'
import { cosine, overlap, toUnit, type Vector, vectorsOf } from './word-vectors.js'

/** A catalogue entry as proposed for a group of targets that none covers; which figure is the better one is left to whoever takes it over. */
export interface SuggestedIndicator {
  readonly id: string
  readonly field: string | null
  readonly name: string
  readonly unit: string
  readonly better: null
  readonly phrases: readonly string[]
  readonly examples: readonly { readonly text: string; readonly value: string; readonly source: string }[]
  readonly provinces: readonly string[]
}

/** How like a target must be to a group's words, and to the words of one of its targets, to join it: cosine and share of common words. */
const LIKE = { group: 0.6, target: 0.5 } as const
const LONGEST_ID = 5
const LONGEST_PHRASE = 12
const LONGEST_EXAMPLE = 300

interface Member {
  readonly target: TargetListing
  /** As printed, in small letters. */
  readonly words: readonly string[]
  readonly vector: Vector
}

const textOf = (t: TargetListing): string => [t.unit === 'count' ? t.unitNoun : null, t.subject ?? t.statementText].filter(Boolean).join(' ')
const printedWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []
const unitOf = (t: TargetListing): string => (t.unit === 'count' ? (t.unitNoun ?? 'count') : t.unit)
/** What can never be one indicator, however like the words are. */
const kindOf = (t: TargetListing): string => `${unitOf(t)}\n${t.change ?? ''}`

function membersOf(targets: readonly TargetListing[]): Member[] {
  const vectors = vectorsOf(targets.map(textOf))
  return targets.map((target, i) => ({ target, words: printedWords(textOf(target)), vector: vectors[i] as Vector }))
}

interface Group {
  readonly members: Member[]
  sum: Map<string, number>
}

/** Puts each target to the group its words are most like, in order; one that is like none begins a group. */
function groupsOf(members: readonly Member[]): Group[] {
  const byKind = new Map<string, Group[]>()
  for (const member of members) {
    const groups = byKind.get(kindOf(member.target)) ?? []
    byKind.set(kindOf(member.target), groups)
    let best: Group | null = null
    let bestLike = 0
    for (const group of groups) {
      const like = cosine(member.vector, toUnit(group.sum))
      const isLike = like >= LIKE.group && group.members.some(other => overlap(member.vector, other.vector) >= LIKE.target)
      if (isLike && like > bestLike) [best, bestLike] = [group, like]
    }
    if (best === null) groups.push({ members: [member], sum: new Map(member.vector) })
    else {
      best.members.push(member)
      for (const [word, weight] of member.vector) best.sum.set(word, (best.sum.get(word) ?? 0) + weight)
    }
  }
  return [...byKind.values()].flat()
}

const holds = (words: readonly string[], run: readonly string[]): boolean => ` ${words.join(' ')} `.includes(` ${run.join(' ')} `)

/** The longest run of words that all texts share, no longer than a phrase of the catalogue should be. */
function commonRun(texts: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = texts
  for (let size = Math.min(first.length, LONGEST_PHRASE); size > 0; size--) {
    for (let at = 0; at + size <= first.length; at++) {
      const run = first.slice(at, at + size)
      if (others.every(words => holds(words, run))) return run
    }
  }
  return []
}

/** The run that all share; without one of two words, each text's own beginning. */
function phrasesOf(group: Group): string[] {
  const run = commonRun(group.members.map(m => m.words))
  if (run.length >= 2) return [run.join(' ')]
  return [...new Set(group.members.map(m => m.words.slice(0, LONGEST_PHRASE).join(' ')))].filter(Boolean)
}

function nameOf(group: Group): string {
  const [shortest = ''] = group.members.map(m => textOf(m.target).replace(/\s+/g, ' ').trim()).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  const isShare = group.members[0]?.target.unit === 'percent' && !/^(?:tỷ|tỉ) (?:lệ|trọng)/iu.test(shortest)
  const name = isShare ? `tỷ lệ ${shortest}` : shortest
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The value that most of these hold; of equals the first. */
function mostCommon(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

const unique = (values: readonly (string | null)[]): string[] => [...new Set(values.filter(value => value !== null))]

function entryOf(group: Group, taken: Set<string>): SuggestedIndicator {
  const targets = group.members.map(m => m.target)
  const phrases = phrasesOf(group)
  const slug =
    foldedWords(phrases[0] ?? 'unnamed')
      .trim()
      .split(' ')
      .slice(0, LONGEST_ID)
      .join('-') || 'unnamed'
  let id = `new.${slug}`
  for (let n = 2; taken.has(id); n++) id = `new.${slug}-${n}`
  taken.add(id)
  return {
    id,
    field: mostCommon(targets.map(t => t.field)),
    name: nameOf(group),
    unit: unitOf(targets[0] as TargetListing),
    better: null,
    phrases,
    examples: targets.map(t => ({
      text: t.statementText.replace(/\s+/g, ' ').trim().slice(0, LONGEST_EXAMPLE),
      value: t.quote,
      source: t.document ?? t.documentId,
    })),
    provinces: unique(targets.map(t => t.province)),
  }
}

/**
 * Proposes catalogue entries for targets that none covers: targets of one unit whose words are alike (cosine of their TF-IDF weights on folded
 * words, and the share of words in common) are one group, and their common words its phrase. What most provinces set comes first. The same targets give the same entries.
 */
export function suggestIndicators(targets: readonly TargetListing[], least = 1): SuggestedIndicator[] {
  const groups = groupsOf(membersOf(targets.filter(t => t.indicator === null))).filter(group => group.members.length >= least)
  const provincesOf = (group: Group): number => unique(group.members.map(m => m.target.province)).length
  const sorted = groups.toSorted((a, b) => provincesOf(b) - provincesOf(a) || b.members.length - a.members.length)
  const taken = new Set<string>()
  return sorted.map(group => entryOf(group, taken))
}
