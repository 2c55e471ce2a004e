import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import type { AgencyFind, AgencyTail } from '../../model/agency-find.js'
import { foldTone } from '../../model/fold.js'
import type { CompiledRule, Rulebook } from '../../rulebook/index.js'
import { type AgencyEntry, type AgencyForm, type Gazetteer, gazetteerOf } from './gazetteer.js'
import { tailAfter } from './match-tail.js'

const WORD = /^[\p{L}\p{N}]/u
const SYMBOL_REST = /^[-/]\p{L}/u

/** What the matcher needs of one document. */
export interface Matcher {
  readonly text: string
  /** The text by `foldTone`, letter for letter. */
  readonly folded: string
  readonly gazetteer: Gazetteer
  /** The rules for words behind a name that can begin at a place. */
  readonly tailsAt: (at: number) => readonly CompiledRule[]
  /** Rules for names that no list holds, by the first word of their anchors. */
  readonly open: ReadonlyMap<string, readonly CompiledRule[]>
}

function openRules(rulebook: Rulebook): ReadonlyMap<string, readonly CompiledRule[]> {
  const byWord = new Map<string, CompiledRule[]>()
  for (const rule of rulebook.stage('agency-open')) {
    for (const word of new Set((rule.source.anchor ?? []).map(a => a.split(' ')[0] as string))) byWord.set(word, [...(byWord.get(word) ?? []), rule])
  }
  return byWord
}

const made = new WeakMap<Rulebook, Matcher>()

/** A matcher over one text. The extractors of a document ask for it in turn: the last one is kept. */
export function matcherFor(text: string, rulebook: Rulebook): Matcher {
  const last = made.get(rulebook)
  if (last?.text === text) return last
  const matcher: Matcher = {
    text,
    folded: foldTone(text),
    gazetteer: gazetteerOf(rulebook),
    tailsAt: at => rulebook.stageAt('agency-tail', text, at),
    open: last?.open ?? openRules(rulebook),
  }
  made.set(rulebook, matcher)
  return matcher
}

function fits(form: AgencyForm, { text, folded }: Matcher, at: number): boolean {
  if (!folded.startsWith(form.folded, at)) return false
  const end = at + form.folded.length
  const rest = text.slice(end, end + 24)
  if (WORD.test(rest)) return false
  if (form.exact !== null && (text.slice(at, end) !== form.exact || SYMBOL_REST.test(rest))) return false
  const { notBefore, notAfter } = form.entry
  if (notBefore.length === 0 && notAfter.length === 0) return true
  const next = folded.slice(end, end + 24).trimStart()
  if (notBefore.some(w => next.startsWith(foldTone(w)))) return false
  const before = folded.slice(Math.max(0, at - 24), at).trimEnd()
  return !notAfter.some(w => before.endsWith(foldTone(w)))
}

const AROUND = 80

/** Whether the words around `at` in its line are printed in capitals, so that a capital says nothing. */
function inCapitals(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - AROUND), at)
  const after = text.slice(at, at + AROUND)
  return !/\p{Ll}/u.test(before.slice(before.lastIndexOf('\n') + 1) + (after.split('\n', 1)[0] as string))
}

/** A central body has branches by unit or region; a provincial one is not told apart by the area it serves. */
function goesWith(entry: AgencyEntry, tail: AgencyTail): boolean {
  if (entry.scope === 'central') return tail.ruleId === 'agency-tail.region' || (!tail.group && tail.unit !== null)
  return entry.scope !== 'province' || tail.ruleId !== 'agency-tail.area'
}

function fromForm(form: AgencyForm, matcher: Matcher, at: number, block: number): AgencyFind | null {
  const { text } = matcher
  const { entry } = form
  const end = at + form.folded.length
  const tail = tailAfter(matcher, end)
  const kept = tail !== null && goesWith(entry, tail) ? tail : null
  if (kept === null && (entry.needsTail || (entry.common && inCapitals(text, at)))) return null
  const stop = kept?.span.end ?? end
  return {
    ruleId: 'agency.named',
    span: { start: at, end: stop },
    raw: text.slice(at, stop),
    block,
    entry: entry.id,
    name: entry.name,
    level: null,
    group: entry.group === 'nhóm' || kept?.group === true,
    section: false,
    tail: kept,
    parent: null,
  }
}

/** A department's name with one letter misprinted ("Sở Sây dựng"): the entry it must mean, and how far its name reaches. */
function misprinted(raw: string, gazetteer: Gazetteer): { readonly entry: AgencyEntry; readonly length: number } | null {
  const words = foldTone(raw).split(' ')
  for (const { entry, folded, exact } of gazetteer.byFirstWord.get(words[0] as string) ?? []) {
    const count = folded.split(' ').length
    const same = words.slice(0, count).join(' ')
    if (exact === null && count > 2 && words.length >= count && LevenshteinDistance(same, folded) === 1) return { entry, length: same.length }
  }
  return null
}

function fromOpenRule(word: string, matcher: Matcher, at: number, block: number): AgencyFind | null {
  const { text } = matcher
  for (const rule of matcher.open.get(word) ?? []) {
    const match = rule.matchAt(text, at)
    if (match === null) continue
    const meant = rule.emit.misprints === true ? misprinted(match.raw, matcher.gazetteer) : null
    if (meant) {
      const repaired = fromForm({ entry: meant.entry, folded: ' '.repeat(meant.length), exact: null }, matcher, at, block)
      return repaired && { ...repaired, ruleId: rule.id }
    }
    const tail = tailAfter(matcher, match.span.end)
    const stop = tail?.span.end ?? match.span.end
    const level = /(?:[Qq]uốc gia|Việt Nam|Trung ương|Chính phủ)$/u.test(match.raw) ? 'trung ương' : ((rule.emit.level as string | null) ?? null)
    return {
      ruleId: rule.id,
      span: { start: at, end: stop },
      raw: text.slice(at, stop),
      block,
      entry: null,
      name: match.raw,
      level,
      group: tail?.group === true,
      section: rule.emit.section === true || level === 'trung ương',
      tail,
      parent: null,
    }
  }
  return null
}

/** The body whose name begins exactly at `at`, where the word `word` stands; the longest spelling wins, a listed one before an open one. */
export function nameAt(matcher: Matcher, at: number, word: string, block: number): AgencyFind | null {
  for (const form of matcher.gazetteer.formsOf(word)) {
    if (!fits(form, matcher, at)) continue
    const find = fromForm(form, matcher, at, block)
    if (find === null) continue
    const longer = form.entry.head ? fromOpenRule(word, matcher, at, block) : null
    return longer && longer.span.end > find.span.end ? longer : find
  }
  return fromOpenRule(word, matcher, at, block)
}
