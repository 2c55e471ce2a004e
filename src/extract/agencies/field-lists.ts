import type { AgencyFind } from '../../model/agency-find.js'
import { foldTone } from '../../model/fold.js'
import { matchesOf } from '../../model/matches-of.js'
import type { Block } from '../../model/section.js'
import type { AgencyEntry } from './gazetteer.js'
import { tailAfter } from './match-tail.js'
import type { Matcher } from './name-matcher.js'

const JOINT = /^(?:, và |, | và |; )(?=\p{Lu})/u
const HEADS = ['sở ', 'bộ ', 'hội ', 'đoàn ']
/** "các Sở: Nội vụ, Tài chính": the head word once, with a colon. */
const HEADED = /(?<!\p{L})(?:sở|bộ): (?=\p{Lu})/giu

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

/** The fields of a list that begins at `from`. */
function fieldsFrom(from: number, head: string, block: number, matcher: Matcher): AgencyFind[] {
  const { text } = matcher
  const finds: AgencyFind[] = []
  for (let start = from; ; ) {
    const field = fieldAt(matcher.folded.slice(start, start + 60), head, matcher)
    if (field === null) return finds
    const end = start + field.length
    const tail = tailAfter(matcher, end)
    const stop = tail?.span.end ?? end
    finds.push({
      ruleId: 'agency.listed-field',
      span: { start, end: stop },
      raw: text.slice(start, stop),
      block,
      entry: field.entry.id,
      name: field.entry.name,
      level: null,
      group: tail?.group === true,
      section: false,
      tail,
      parent: null,
    })
    const joint = JOINT.exec(text.slice(stop, stop + 6))
    if (!joint) return finds
    start = stop + joint[0].length
  }
}

/** The further departments of a list that names the head word once: "Sở Nội vụ, Tài chính và Xây dựng". */
export function listedFields(first: AgencyFind, matcher: Matcher): AgencyFind[] {
  const head = HEADS.find(h => foldTone(first.name).startsWith(h))
  if (head === undefined || first.entry === null || first.tail !== null) return []
  const joint = JOINT.exec(matcher.text.slice(first.span.end, first.span.end + 6))
  return joint ? fieldsFrom(first.span.end + joint[0].length, head, first.block, matcher) : []
}

/** The departments of the lists in a block that are headed by a colon: "các Sở: Nội vụ, Tài chính". */
export function headedFields(block: Block, matcher: Matcher): AgencyFind[] {
  const words = matcher.text.slice(block.span.start, block.span.end)
  if (!/(?:ở|ộ|Ở|Ộ): /.test(words)) return []
  return matchesOf(words, HEADED).flatMap(m => fieldsFrom(block.span.start + m.index + m[0].length, `${foldTone(m[0].slice(0, -2))} `, block.id, matcher))
}
