import type { AgencyFind } from '../../model/agency-find.js'
import type { Reading } from '../../model/reading.js'
import type { Block } from '../../model/section.js'
import type { Rulebook } from '../../rulebook/index.js'
import { headedFields, listedFields } from './field-lists.js'
import { findGroups } from './find-groups.js'
import { type Matcher, matcherFor, nameAt } from './name-matcher.js'
import { noteDeclaration, type ShortForms, shortFormAt } from './short-forms.js'

/** A word with a capital that no letter, digit or symbol touches; letters are spelt out, since this pattern walks the whole text and `\p` is four times slower. */
const CAPITAL_WORD = /(?<![A-Za-zÀ-ɏḀ-ỹ0-9/&-])[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ][A-Za-zÀ-ɏḀ-ỹ0-9&]*/g
/** "03/CT- UBND": the rest of a symbol behind a stray blank. */
const SYMBOL_BEFORE = /\p{Lu}[/-] $/u
/** What may stand between the bodies of a list that share one tail. */
const LIST_JOINT = /^(?:, | và | & |; |, và | và các |, các )$/

/** File marks are codes of units, not mentions of them (guide to the labels). */
const endOfMentions = (block: Block, text: string): number => {
  if (block.kind !== 'recipient') return block.span.end
  const mark = /(?:^|[\s+-])Lưu\b/u.exec(text.slice(block.span.start, block.span.end))
  return mark ? block.span.start + mark.index : block.span.end
}

/** A part of a body with the whole behind a hyphen or in brackets is one mention: "Vụ CCHC - Bộ Nội vụ", "Vụ CCHC (BNV)". */
function withParent(find: AgencyFind, matcher: Matcher): AgencyFind {
  const { text } = matcher
  const opening = / (?:- |\()/y
  opening.lastIndex = find.span.end
  const joint = opening.exec(text)?.[0]
  if (!find.section || joint === undefined) return find
  const at = find.span.end + joint.length
  const word = /^[\p{L}\p{N}&]+/u.exec(text.slice(at, at + 20))?.[0]
  const parent = word ? nameAt(matcher, at, word, find.block) : null
  if (!parent?.entry) return find
  const end = joint === ' (' ? parent.span.end + 1 : parent.span.end
  if (joint === ' (' && text[parent.span.end] !== ')') return find
  return { ...find, span: { start: find.span.start, end }, raw: text.slice(find.span.start, end), parent }
}

const inOrder = (a: AgencyFind, b: AgencyFind): number => a.span.start - b.span.start || b.span.end - a.span.end

/** The first capital word at or behind a place. What was found beyond a block is kept for the next: a text without capitals is searched once, not once a block. */
function capitalWords(text: string): (at: number) => RegExpExecArray | null {
  let ahead: RegExpExecArray | null | undefined
  return at => {
    if (ahead === undefined || (ahead !== null && ahead.index < at)) {
      CAPITAL_WORD.lastIndex = at
      ahead = CAPITAL_WORD.exec(text)
    }
    return ahead
  }
}

function findNames(reading: Reading, matcher: Matcher, rulebook: Rulebook): AgencyFind[] {
  const { text } = reading
  const declarations = rulebook.stage('agency-declaration')
  const known: ShortForms = new Map()
  const finds: AgencyFind[] = []
  const capitalFrom = capitalWords(text)
  for (const block of reading.segmentation.blocks) {
    if (block.kind === 'boilerplate') continue
    const stop = endOfMentions(block, text)
    finds.push(...headedFields(block, matcher))
    let cursor = block.span.start
    for (let m = capitalFrom(cursor); m !== null && m.index < stop; m = capitalFrom(cursor)) {
      cursor = m.index + m[0].length
      if (SYMBOL_BEFORE.test(text.slice(m.index - 3, m.index))) continue
      const named = nameAt(matcher, m.index, m[0], block.id)
      const short = shortFormAt(text, m.index, m[0], block.id, known)
      const find = named && short ? (short.span.end > named.span.end ? short : named) : (named ?? short)
      if (find === null || find.span.end > stop) continue
      const whole = withParent(find, matcher)
      const declared = noteDeclaration(matcher, whole, declarations, known)
      const all = [whole, ...listedFields(whole, matcher)]
      finds.push(...all)
      cursor = Math.max(declared, (all.at(-1) as AgencyFind).span.end)
    }
  }
  return finds.sort(inOrder)
}

/** Bodies of one list share the last one's tail: in "HĐND, UBND tỉnh" both are the province's. */
function shareTails(finds: AgencyFind[], matcher: Matcher): AgencyFind[] {
  const out = [...finds]
  for (let i = out.length - 2; i >= 0; i--) {
    const [find, next] = [out[i] as AgencyFind, out[i + 1] as AgencyFind]
    if (find.tail !== null || next.tail === null || find.entry === null || next.entry === null) continue
    if (matcher.gazetteer.entries.get(find.entry)?.scope !== 'any') continue
    if (!LIST_JOINT.test(matcher.text.slice(find.span.end, next.span.start))) continue
    out[i] = { ...find, tail: next.tail, group: next.tail.group }
  }
  return out
}

/**
 * Every mention of a body: listed names and their abbreviations, names that a head word gives away, short forms that the
 * document declares, and groups. The longest name wins; mentions never overlap.
 */
export function extractAgencies(reading: Reading, rulebook: Rulebook): AgencyFind[] {
  const matcher = matcherFor(reading.text, rulebook)
  const names = shareTails(findNames(reading, matcher, rulebook), matcher)
  const all = [...names, ...findGroups(reading, matcher, rulebook)]
  all.sort(inOrder)
  const kept: AgencyFind[] = []
  for (const find of all) {
    const last = kept.at(-1)
    if (last === undefined || find.span.start >= last.span.end) kept.push(find)
  }
  return kept
}
