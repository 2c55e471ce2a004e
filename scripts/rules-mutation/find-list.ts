import { lineStartRules } from '../../src/rulebook/check-examples.js'
import type { CompiledRule, Rulebook } from '../../src/rulebook/rulebook.js'
import type { Altered, Words } from './alterations.js'
import { findsOf, type ListRow } from './lists.js'

/** Rules that share a fragment are read alike: some will do. */
const MOST_RULES = 10

type Slot = Pick<ListRow, 'text' | 'words'>

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const put = (text: string, at: number, length: number, words: string): string => `${text.slice(0, at)}${words}${text.slice(at + length)}`
const tidy = (text: string): string => text.replace(/ {2,}/g, ' ').trim()

/** The word that is gone where another of its list stands. */
function* inPlaceOf(text: string, { gone, others }: Words): Generator<Slot> {
  if (gone === null) return
  for (const other of others) {
    for (const { index, 0: printed } of text.matchAll(new RegExp(`(?<![\\p{L}0-9])${literally(other)}(?![\\p{L}0-9])`, 'giu'))) {
      const isCapital = printed.charAt(0) !== printed.charAt(0).toLowerCase()
      const words = [printed, isCapital ? gone.charAt(0).toUpperCase() + gone.slice(1) : gone]
      yield { text: put(text, index, printed.length, '{}'), words }
    }
  }
}

/** The word that is gone behind what the rule finds, before it, or within it; beside the next word, or in its place. */
function* putIn(text: string, raw: string, { gone }: Words): Generator<Slot> {
  const at = text.indexOf(raw)
  if (raw === '' || at < 0 || gone === null) return
  const blanks = [...raw.matchAll(/ /g)].map(({ index }) => at + index)
  const isWord = /^[\p{L}0-9]/u.test(gone)
  for (const place of [at + raw.length, at, ...blanks]) {
    const next = /^[^\p{L}0-9]*[\p{L}0-9]+/u.exec(text.slice(place))?.[0] ?? ''
    yield { text: tidy(put(text, place, next.length, ' {}')), words: [gone] }
    yield { text: tidy(put(text, place, 0, ' {} ')), words: [gone] }
    if (!isWord) yield { text: put(text, place, 0, '{}'), words: [gone] }
  }
}

const fixed = (text: string): Slot => ({ text, words: [''] })

/** A sentence with some of its words less. */
function* withLess(text: string): Generator<Slot> {
  const words = [...text.matchAll(/[^ ]+ ?/g)]
  for (let length = 1; length <= 4; length++) {
    for (const [i, { index }] of words.entries()) {
      const last = words[i + length - 1]
      if (last) yield fixed(tidy(put(text, index, last.index + last[0].length - index, '')))
    }
  }
  for (const { index } of text.matchAll(/[ .,:;()/-]/g)) yield fixed(put(text, index, 1, ''))
}

/** A sentence in other letters: what is found in capitals, begun with one, or in small letters. */
function* inOtherCase(text: string, raw: string): Generator<Slot> {
  const at = text.indexOf(raw)
  for (const other of [raw.charAt(0).toUpperCase() + raw.slice(1), raw.charAt(0).toLowerCase() + raw.slice(1), raw.toUpperCase(), raw.toLowerCase()])
    yield fixed(put(text, at, raw.length, other))
  yield fixed(text.toUpperCase())
}

/** A sentence in which what is found is part of a longer word. */
function* withinWord(text: string, raw: string): Generator<Slot> {
  const at = text.indexOf(raw)
  for (const letter of ['n', 'N', '1']) {
    yield fixed(put(text, at, 0, letter))
    yield fixed(put(text, at + raw.length, 0, letter))
  }
}

/** A sentence with longer numbers. */
function* withDigits(text: string): Generator<Slot> {
  for (const { index, 0: digits } of text.matchAll(/[0-9]+/g))
    for (const more of ['1', '11', '111', '1111', '11111', '111111']) yield fixed(put(text, index + digits.length, 0, more))
}

/** Variants of a sentence, those first that read best. */
const variants: readonly ((altered: Altered, text: string, raw: string) => Iterable<Slot>)[] = [
  (_, text) => [fixed(text)],
  ({ words }, text) => (words ? inPlaceOf(text, words()) : []),
  ({ kind }, text) => (kind === 'a part that must stand' || kind === 'without an alternative' ? withLess(text) : []),
  ({ words }, text, raw) => (words ? putIn(text, raw, words()) : []),
  ({ kind }, text, raw) => (kind === 'the other case' && raw !== '' ? inOtherCase(text, raw) : []),
  ({ kind }, text, raw) => (kind === 'no word edges' && raw !== '' ? withinWord(text, raw) : []),
  ({ kind }, text) => (kind === 'a digit more' ? withDigits(text) : []),
]

/** Finds a variant of a sentence that a rule names in which the rule finds something else when it is altered; null when there is none. */
export function listFinder(rulebook: Rulebook): (alteration: Altered) => ListRow | null {
  const lineStart = lineStartRules(rulebook)
  const byId = new Map(rulebook.rules.map(rule => [rule.id, rule]))
  const sentencesOf = (rule: CompiledRule): { text: string; raw: string; after: string }[] => [
    ...rule.source.examples.match.map(({ text, raw, source }) => ({ text, raw: [raw].flat()[0] ?? '', after: source })),
    ...rule.source.examples.noMatch.map(({ text, source = 'invented' }) => ({ text, raw: '', after: source })),
  ]
  const compiledOf = ({ replaced }: Altered): (readonly [CompiledRule, CompiledRule])[] =>
    [...replaced].slice(0, MOST_RULES).flatMap(([id, make]) => {
      const other = make()
      return other === null ? [] : [[byId.get(id) as CompiledRule, other] as const]
    })

  function rowOf([rule, other]: readonly [CompiledRule, CompiledRule], slot: Slot, after: string): ListRow | null {
    const word = slot.words.at(-1) as string
    const now = slot.text.replaceAll('{}', word)
    const finds = findsOf(rule, now, lineStart.has(rule.id))
    if (findsOf(other, now, lineStart.has(rule.id)).join('\n') === finds.join('\n')) return null
    return { rule: rule.id, text: slot.text, words: [word], finds: word === '' ? finds : finds.map(found => found.replace(word, '{}')), after }
  }

  return altered => {
    const pairs = compiledOf(altered)
    for (const vary of variants) {
      for (const pair of pairs) {
        for (const { text, raw, after } of sentencesOf(pair[0])) {
          for (const slot of vary(altered, text.normalize('NFC'), raw.normalize('NFC'))) {
            const row = rowOf(pair, slot, after)
            if (row) return row
          }
        }
      }
    }
    return null
  }
}
