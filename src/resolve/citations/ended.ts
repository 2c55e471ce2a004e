import type { CitationFind } from '../../model/citation-find.js'

/** How far behind a document's number its title may go before the verb. */
const REACH = 300
/** "… hết hiệu lực thi hành kể từ ngày …" as the predicate of the document's own clause; of "các văn bản hết hiệu lực" something else is said. */
const ENDS =
  /^(?:(?! khi | nếu | trước ngày )[^.;:])*?(?<!(?:văn bản|quy định|điều khoản|nội dung|chưa|không)) (?:hết|chấm dứt|không còn) hiệu lực(?!.{0,40}thay thế)/u
/** What a subject stands behind: nothing, a stop, a number of a list, a time put first. */
const OPENS = /(?:^|[.;:)] ?|[-+] ?|có hiệu lực(?: thi hành)?,? (?:thì )?)(?:các |bãi bỏ )?$/iu
const JOINS = /^,?(?: và)? (?:số )?$/u

/**
 * The documents of a text that are said to end ("Quyết định số 12/2019/QĐ-UBND … hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành"), by
 * their place among the finds. The document must be the subject of its clause; documents joined to it end with it.
 */
export function endedDocuments(finds: readonly CitationFind[], text: string): ReadonlySet<number> {
  const ended = new Set<number>()
  if (!/hiệu lực/u.test(text)) return ended
  finds.forEach((find, i) => {
    const next = finds[i + 1]
    const behind = text.slice(find.span.end, Math.min(find.span.end + REACH, next?.span.start ?? text.length)).split('\n')[0] as string
    if (!ENDS.test(behind)) return
    let first = i
    while (first > 0 && JOINS.test(text.slice((finds[first - 1] as CitationFind).span.end, (finds[first] as CitationFind).span.start))) first--
    const start = (finds[first] as CitationFind).span.start
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
    if (OPENS.test(line)) for (let j = first; j <= i; j++) ended.add(j)
  })
  return ended
}
