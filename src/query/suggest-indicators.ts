import { foldedWords } from '../store/folded-words.js'
import type { TargetListing } from './find-targets.js'
import { cosine, overlap, toUnit, type Vector, vectorsOf } from './word-vectors.js'

/** A catalogue entry as proposed for a group of targets that none covers; which figure is the better one is left to whoever takes it over. */
export interface SuggestedIndicator {
  readonly id: string
  readonly field: string | null
  readonly name: string
  readonly unit: string
  /** Left to whoever takes it over; the catalogue takes no entry without it. */
  readonly better: 'neutral'
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

/** Fewer words name nothing that could be told from the rest. */
const LEAST_WORDS = 3
const LONGEST_NAME = 24
/** A clause that ends earlier is an item of a list. */
const SHORTEST_CLAUSE = 12
/** When it is to hold is no part of what is measured. */
const TIME = /,? (?:phấn đấu |dự kiến )?(?:đến|vào|trong)(?: hết)? năm \d{4}(?: phấn đấu| dự kiến)?$/iu

const printedWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []

/** What a target measures, in its own words: the counted noun first, unless the subject begins with it. */
function textOf({ unit, unitNoun, subject }: TargetListing): string {
  const words = (subject ?? '')
    .replace(/[\s*_]+/g, ' ')
    .trim()
    .replace(TIME, '')
  const noun = unit === 'count' ? unitNoun : null
  return noun === null || foldedWords(words).startsWith(foldedWords(noun)) ? words : `${noun} ${words}`.trim()
}

/** Whether a proposal can be made of a target: none covers it, and it says enough. */
const isOpen = (t: TargetListing): boolean => t.indicator === null && printedWords(textOf(t)).length >= LEAST_WORDS

/** What one document sets for one time and level is one indicator's only where the values are the same. */
const isRival = (a: TargetListing, b: TargetListing): boolean =>
  a.documentId === b.documentId &&
  a.deadline === b.deadline &&
  (a.levels ?? []).join() === (b.levels ?? []).join() &&
  (a.value !== b.value || a.valueMax !== b.valueMax)
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
      const isLike =
        like >= LIKE.group &&
        group.members.some(other => overlap(member.vector, other.vector) >= LIKE.target) &&
        !group.members.some(other => isRival(member.target, other.target))
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

/** "Tỷ lệ" before what is measured is left out where enough follows: another text says "80% người dân …". */
function withoutShare(run: readonly string[]): readonly string[] {
  const isShare = /^t[ỷỉ]$/u.test(run[0] ?? '') && /^(?:lệ|trọng)$/u.test(run[1] ?? '')
  return isShare && run.length >= 2 + LEAST_WORDS ? run.slice(2) : run
}

/** The run that all share; without one of enough words, each text's own beginning. */
function phrasesOf(group: Group): string[] {
  const texts = group.members.map(m => withoutShare(m.words))
  const run = commonRun(texts)
  if (run.length >= LEAST_WORDS) return [run.join(' ')]
  return [...new Set(texts.map(words => words.slice(0, LONGEST_PHRASE).join(' ')))]
}

/** A name of no more words than a reader takes in: without what stands in brackets, and cut where a clause ends. */
function shortened(text: string): string {
  const words = text
    .replace(/ ?\([^)]*\)?/gu, '')
    .replace(/[.,;: ]+$/u, '')
    .split(' ')
  if (words.length <= LONGEST_NAME) return words.join(' ')
  const clause = words.slice(0, LONGEST_NAME).findLastIndex(word => /[,;:]$/u.test(word))
  return words
    .slice(0, clause >= SHORTEST_CLAUSE ? clause + 1 : LONGEST_NAME)
    .join(' ')
    .replace(/[,;:]$/u, '')
}

function nameOf(group: Group): string {
  const [shortest = ''] = group.members.map(m => textOf(m.target)).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  const { unit, change } = group.members[0]?.target ?? {}
  // "TTHC" keeps its capitals.
  const small = /^\p{Lu}\p{Lu}/u.test(shortest) ? shortest : shortest.charAt(0).toLowerCase() + shortest.slice(1)
  const hasHead = /^(?:tỷ|tỉ) (?:lệ|trọng)|^tốc độ|^mức|^số |^tổng|^giá trị|^tăng|^giảm/iu.test(shortest)
  const head = hasHead
    ? ''
    : unit === 'percent'
      ? change === 'increase'
        ? 'Mức tăng '
        : change === 'decrease'
          ? 'Mức giảm '
          : 'Tỷ lệ '
      : unit === 'count'
        ? 'Số '
        : ''
  const name = shortened(`${head}${small}`)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The value that most of these hold; of equals the first. */
function mostCommon(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

const unique = (values: readonly (string | null)[]): string[] => [...new Set(values.filter(value => value !== null))]

/** The sentence of a target as an example; none where it is a bare cell of a table, or so long that it is cut before the value. */
function exampleOf(t: TargetListing): SuggestedIndicator['examples'] {
  const text = t.statementText.replace(/\s+/g, ' ').trim().slice(0, LONGEST_EXAMPLE)
  const value = t.quote.replace(/\s+/g, ' ')
  return text.includes(value) && printedWords(text.replace(value, '')).length >= LEAST_WORDS ? [{ text, value, source: t.document ?? t.documentId }] : []
}

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
    better: 'neutral',
    phrases,
    examples: targets.flatMap(exampleOf),
    provinces: unique(targets.map(t => t.province)),
  }
}

/**
 * Proposes catalogue entries for targets that none covers: targets of one unit whose words are alike (cosine of their TF-IDF weights on folded
 * words, and the share of words in common) are one group, unless one document sets them apart, and their common words its phrase. What most provinces set comes first. The same targets give the same entries.
 */
export function suggestIndicators(targets: readonly TargetListing[], least = 1): SuggestedIndicator[] {
  const groups = groupsOf(membersOf(targets.filter(isOpen))).filter(group => group.members.length >= least)
  const provincesOf = (group: Group): number => unique(group.members.map(m => m.target.province)).length
  const sorted = groups.toSorted((a, b) => provincesOf(b) - provincesOf(a) || b.members.length - a.members.length)
  const taken = new Set<string>()
  return sorted.map(group => entryOf(group, taken))
}
