import type { AgencyFind } from '../../model/agency-find.js'
import { foldTone } from '../../model/fold.js'
import type { CompiledRule } from '../../rulebook/index.js'
import type { Matcher } from './name-matcher.js'

/** Short forms that a document declares, by their first word, with the body each stands for. */
export type ShortForms = Map<string, { readonly short: string; readonly meant: AgencyFind }[]>

/** Notes the short form that a bracket right behind `find` declares; gives the end of the bracket, or of the find where there is none. */
export function noteDeclaration({ text, gazetteer }: Matcher, find: AgencyFind, rules: readonly CompiledRule[], known: ShortForms): number {
  const { end } = find.span
  if (text[end] !== ' ' || text[end + 1] !== '(') return end
  for (const rule of rules) {
    const match = rule.matchAt(text, end + 1)
    const short = match?.parts.short?.trim()
    if (!match || !short) continue
    const word = /^[\p{L}\p{N}&]+/u.exec(short)?.[0] ?? short
    // What is declared behind a body's name may be something else: "phiên họp của Chính phủ (sau đây gọi là Phiên họp)".
    if (/\p{Ll}/u.test(short) && !gazetteer.byFirstWord.has(foldTone(word))) return match.span.end
    known.set(word, [...(known.get(word) ?? []), { short, meant: find }])
    return match.span.end
  }
  return end
}

/** The declared short form that stands exactly at `at`, as a mention of the body it was declared for. */
export function shortFormAt(text: string, at: number, word: string, block: number, known: ShortForms): AgencyFind | null {
  for (const { short, meant } of known.get(word) ?? []) {
    const end = at + short.length
    if (!text.startsWith(short, at) || /^(?:[\p{L}\p{N}]|[-/]\p{L})/u.test(text.slice(end, end + 2))) continue
    return { ...meant, ruleId: 'agency.declared', span: { start: at, end }, raw: short, block }
  }
  return null
}
