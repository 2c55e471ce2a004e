import type { AgencyFind } from '../../model/agency-find.js'
import { foldTone } from '../../model/fold.js'
import type { AgencyEntry } from './gazetteer.js'
import type { Matcher } from './name-matcher.js'

const JOINT = /^(?:, và |, | và |; )(?=\p{Lu})/u
const HEADS = ['sở ', 'bộ ']

/** The field of a department or ministry in the folded window, by the entries of its kind; the longest wins. */
function fieldAt(window: string, head: string, matcher: Matcher): { readonly entry: AgencyEntry; readonly length: number } | null {
  for (const form of matcher.gazetteer.byFirstWord.get(head.trim()) ?? []) {
    const field = form.folded.slice(head.length)
    if (form.folded.startsWith(head) && field.length > 3 && window.startsWith(field) && !/^[\p{L}\p{N}]/u.test(window.slice(field.length))) {
      return { entry: form.entry, length: field.length }
    }
  }
  return null
}

/** The further departments of a list that names the head word once: "Sở Nội vụ, Tài chính và Xây dựng". */
export function listedFields(first: AgencyFind, matcher: Matcher): AgencyFind[] {
  const { text } = matcher
  const head = HEADS.find(h => foldTone(first.raw).startsWith(h))
  if (head === undefined || first.entry === null || first.tail !== null) return []
  const finds: AgencyFind[] = []
  let at = first.span.end
  for (;;) {
    const joint = JOINT.exec(text.slice(at, at + 6))
    if (!joint) return finds
    const start = at + joint[0].length
    const field = fieldAt(foldTone(text.slice(start, start + 60)), head, matcher)
    if (field === null) return finds
    at = start + field.length
    const { entry } = field
    finds.push({ ...first, ruleId: 'agency.listed-field', span: { start, end: at }, raw: text.slice(start, at), entry: entry.id, name: entry.name, section: false, parent: null })
  }
}
