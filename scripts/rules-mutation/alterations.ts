import { toCompiled } from '../../src/rulebook/assemble-rulebook.js'
import { type PatternNode, parsePattern } from '../../src/rulebook/pattern-tree.js'
import { expandFragments, preparePattern } from '../../src/rulebook/prepare-pattern.js'
import type { PreparedRules } from '../../src/rulebook/prepared-rules.js'
import type { CompiledRule } from '../../src/rulebook/rulebook.js'
import type { PatternFile, PatternRule } from '../../src/rulebook/schema.js'
import type { Replaced } from './exchangeable-rules.js'
import { type Changed, type TakenFrom, withMoreDigits, withoutAlternatives, withoutOptions } from './pattern-places.js'

export const alterationKinds = ['without an alternative', 'a part that must stand', 'a digit more', 'no word edges', 'the other case', 'other meaning'] as const
export type AlterationKind = (typeof alterationKinds)[number]

export interface Words {
  readonly gone: string | null
  /** Whether `gone` is all that the alternative can be: a text without it is read as before. */
  readonly isWhole: boolean
  readonly others: readonly string[]
}

/** An alteration with the rules that it makes. */
export interface Altered extends Omit<Alteration, 'replaced'> {
  readonly replaced: Replaced
}

/** One place of the rule files changed, as somebody would who edits them: in a rule, or in a fragment and so in every rule that holds it. */
export interface Alteration {
  readonly kind: AlterationKind
  /** The rule or the fragment. */
  readonly where: string
  /** What was changed, for people. */
  readonly about: string
  /** The rules that are others by it. Made anew each time: what they compile is not to be kept longer than they are tried. */
  readonly replaced: () => Replaced
  /** Where an alternative is gone: it, and what stands beside it, each as words that it can be; null where it has none. */
  readonly words: (() => Words) | null
}

type Fragments = Readonly<Record<string, string>>
interface Home {
  readonly rule: PatternRule
  readonly fragments: Fragments
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A rule as it would be compiled; null where its pattern is none any more. */
function compiled(rule: PatternRule, fragments: Fragments): CompiledRule | null {
  try {
    const pattern = preparePattern(rule, fragments)
    new RegExp(pattern.source, pattern.flags)
    return toCompiled(rule, pattern)
  } catch {
    return null
  }
}

const changesOf = (pattern: string): (readonly [AlterationKind, Changed])[] => [
  ...withoutAlternatives(pattern).map(changed => ['without an alternative', changed] as const),
  ...withoutOptions(pattern).map(changed => ['a part that must stand', changed] as const),
  ...withMoreDigits(pattern).map(changed => ['a digit more', changed] as const),
]

/** Words that a pattern can be: the first of its alternatives, without what may be left out. */
function wordsOf(node: PatternNode): string | null {
  const joined = (items: readonly PatternNode[]): string | null => {
    const parts = items.map(wordsOf)
    return parts.includes(null) ? null : parts.join('')
  }
  switch (node.kind) {
    case 'letter':
      return String.fromCharCode(node.code)
    case 'class':
      return node.isNegated ? null : String.fromCharCode(node.ranges[0]?.[0] ?? 0x20)
    case 'sequence':
      return joined(node.items)
    case 'choice':
      return wordsOf(node.items[0] as PatternNode)
    case 'repeat':
      return joined(Array.from({ length: node.least }, () => node.item))
    case 'place':
      return ''
    case 'any':
      return null
  }
}

const isOneText = (node: PatternNode): boolean => node.kind === 'letter' || (node.kind === 'sequence' && node.items.every(isOneText))

function treeOf(pattern: string, fragments: Fragments): PatternNode | null {
  try {
    return parsePattern(preparePattern({ pattern, edges: 'none', ignoreCase: false } as PatternRule, fragments).source)
  } catch {
    return null
  }
}

const wordsOfTree = (tree: PatternNode | null): string | null => (tree && wordsOf(tree)) || null

const wordsOfTaken = (taken: TakenFrom | undefined, fragments: Fragments): Alteration['words'] =>
  taken === undefined
    ? null
    : once(() => {
        const tree = treeOf(taken.gone, fragments)
        const others = taken.others.map(other => wordsOfTree(treeOf(other, fragments))).filter(words => words !== null)
        return { gone: wordsOfTree(tree), isWhole: tree !== null && isOneText(tree), others }
      })

type Emitted = PatternRule['emit'][string]

/** What a rule means made to be something else: what another rule of its file means, or the contrary. */
function otherMeanings(rule: PatternRule, others: readonly PatternRule[]): (readonly [PatternRule, string])[] {
  return Object.entries(rule.emit).map(([name, value]) => {
    const other = others.map(({ emit }) => emit[name]).find((found): found is Emitted => found !== undefined && found !== value)
    const put: Emitted = typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : (other ?? 'other')
    return [{ ...rule, emit: { ...rule.emit, [name]: put } }, `${name} ${put} for ${value}`] as const
  })
}

/** Letters that are the same in either case are all that a pattern prints: its case changes nothing. */
const isCaseless = (pattern: string): boolean => !/\p{L}/u.test(pattern.replace(/\\.|\(\?<\w+>/gu, ''))

function ofRule({ rule, fragments }: Home, others: readonly PatternRule[]): Alteration[] {
  const made = (kind: AlterationKind, about: string, other: PatternRule, taken?: TakenFrom): Alteration => ({
    words: wordsOfTaken(taken, fragments),
    kind,
    where: rule.id,
    about,
    replaced: () => new Map([[rule.id, once(() => compiled(other, fragments))]]),
  })
  const whole = expandFragments(rule.pattern, fragments)
  return [
    ...changesOf(rule.pattern).map(([kind, [pattern, about, taken]]) => made(kind, about, { ...rule, pattern }, taken)),
    ...(rule.edges === 'none' ? [] : [made('no word edges', `edges none for ${rule.edges}`, { ...rule, edges: 'none' })]),
    ...(isCaseless(whole) ? [] : [made('the other case', rule.ignoreCase ? 'as printed' : 'in any case', { ...rule, ignoreCase: !rule.ignoreCase })]),
    ...otherMeanings(rule, others).map(([other, about]) => made('other meaning', about, other)),
  ]
}

/** Changes of a fragment, each in all rules that hold it. */
function ofFragment(name: string, where: string, homes: readonly Home[]): Alteration[] {
  const pattern = homes[0]?.fragments[name]
  if (pattern === undefined) return []
  const uses = homes.filter(({ rule, fragments }) => expandFragments(rule.pattern, { ...fragments, [name]: '' }) !== expandFragments(rule.pattern, fragments))
  return changesOf(pattern).map(([kind, [other, about, taken]]) => ({
    words: wordsOfTaken(taken, homes[0]?.fragments ?? {}),
    kind,
    where,
    about,
    replaced: () => new Map(uses.map(({ rule, fragments }) => [rule.id, once(() => compiled(rule, { ...fragments, [name]: other }))])),
  }))
}

/** Words, in small letters, without which a text is read as before; null where none are known. */
export function neededWords({ words }: Pick<Alteration, 'words'>): string | null {
  const list = words?.()
  return list?.isWhole && list.gone !== null ? list.gone.toLowerCase() : null
}

/** Every small change of the rules and of the fragments that they hold. */
export function alterationsOf({ files, fragments: shared }: PreparedRules): Alteration[] {
  const patternFiles = files.filter((file): file is PatternFile => file.kind === 'patterns')
  const homesIn = (file: PatternFile): Home[] => {
    const fragments = { ...shared, ...Object.fromEntries(Object.entries(file.fragments).map(([name, { pattern }]) => [name, pattern])) }
    return file.rules.map(rule => ({ rule, fragments }))
  }
  const written = files.flatMap(file => (file.kind === 'fragments' ? Object.keys(file.fragments) : []))
  const all = patternFiles.flatMap(homesIn)
  return [
    ...patternFiles.flatMap(file => homesIn(file).flatMap(home => ofRule(home, file.rules))),
    ...patternFiles.flatMap(file => Object.keys(file.fragments).flatMap(name => ofFragment(name, `{{${name}}} of ${file.stage}`, homesIn(file)))),
    ...written.flatMap(name => {
      const open = all.filter(({ fragments }) => fragments[name] === shared[name])
      return ofFragment(name, `{{${name}}}`, open)
    }),
  ]
}
