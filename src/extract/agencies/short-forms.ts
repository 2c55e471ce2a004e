import type { AgencyFind } from '../../model/agency-find.js'
import type { CompiledRule } from '../../rulebook/index.js'

/** Short forms that a document declares, by their first word, with the body each stands for. */
export type ShortForms = Map<string, { readonly short: string; readonly meant: AgencyFind }[]>

/** Notes the short form that a bracket right behind `find` declares, if there is one. */
export function noteDeclaration(text: string, find: AgencyFind, rules: readonly CompiledRule[], known: ShortForms): void {
  if (text[find.span.end] !== ' ' || text[find.span.end + 1] !== '(') return
  for (const rule of rules) {
    const short = rule.matchAt(text, find.span.end + 1)?.parts.short?.trim()
    if (!short || text.slice(find.span.start, find.span.end).endsWith(short)) continue
    const word = /^[\p{L}\p{N}&]+/u.exec(short)?.[0] ?? short
    known.set(word, [...(known.get(word) ?? []), { short, meant: find }])
    return
  }
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
