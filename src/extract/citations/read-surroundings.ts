import type { Span } from '../../model/text.js'
import type { Lexicon } from './lexicon.js'
import { type Mention, sourced } from './mention.js'
import { capitalMatchEndingAt, matchAt, matchEndingAt } from './window.js'

const PIN_WIDTH = 240
const CUE_WIDTH = 200
const BEFORE_WIDTH = 140
const FORM_AT_START = /^(?:Mẫu(?: biểu| số)?(?: số)?|Biểu(?: mẫu)?(?: số)?|Phụ lục(?: số)?) (?:\d{1,3}[a-z]?|[IVX]{1,5})(?=[.:])/u
const BEHIND = /^(?:,? ?\((?:theo |tại )?|,? tại )/u
/** A provision behind a document ends with the clause. */
const PROVISION_END = /[.;)]|, (?!\d|khoản|điểm|Điều)|$/u
const TYPE_AHEAD = /^(?: của| tại)? (?:(?:các )?(?:Nghị|Quyết|Thông|Luật|Bộ luật|Chỉ|Kế hoạch|Chương trình|Quy|Pháp|Văn|Kết))/u

/** Reads what stands around a mention: the provision that is meant, the words that tell its relation, the body and day before it. */
export function readSurroundings(line: string, mention: Mention, floor: number, bodyStart: number, lexicon: Lexicon): void {
  const before = matchEndingAt(lexicon.rulesIn.pinpoint, line, mention.start, PIN_WIDTH, floor)
  let outset = mention.start
  if (before) {
    mention.pinpoint = before.partSpan('pin')
    outset = before.span.start
  } else mention.pinpoint = pinpointBehind(line, mention, lexicon) ?? formAtStart(line, mention, bodyStart)
  mention.cue = readCue(line, mention.start, floor, lexicon) ?? (outset < mention.start ? readCue(line, outset, floor, lexicon) : null)
  readBefore(line, mention, outset, floor, lexicon)
}

function readCue(line: string, at: number, floor: number, lexicon: Lexicon): Mention['cue'] {
  const cue = matchEndingAt(lexicon.rulesIn.cue, line, at, CUE_WIDTH, floor)
  if (!cue) return null
  const { relation, previous } = cue.rule.emit
  return { relation: String(relation), previous: typeof previous === 'string' ? previous : null, span: cue.span }
}

/** "Nghị định số … (khoản 2 Điều 5)", "Nghị định số … tại khoản 2 Điều 5". */
function pinpointBehind(line: string, mention: Mention, lexicon: Lexicon): Span | null {
  const opening = BEHIND.exec(line.slice(mention.end, mention.end + 14))
  if (!opening) return null
  const at = mention.end + opening[0].length
  const isBracket = opening[0].includes('(')
  const stop = isBracket ? line.indexOf(')', at) : PROVISION_END.exec(line.slice(at, at + 120))?.index
  const end = stop === undefined ? -1 : isBracket ? stop : at + stop
  if (end <= at || end - at > 120) return null
  const pin = matchAt(lexicon.rules.pinpoint, `${line.slice(at, end)} `, 0)
  return pin?.span.end === end - at + 1 && !TYPE_AHEAD.test(line.slice(end + (isBracket ? 1 : 0), end + 30)) ? { start: at, end } : null
}

/** A line that begins with a form's number and ends with the document it is issued with. */
function formAtStart(line: string, mention: Mention, bodyStart: number): Span | null {
  const form = FORM_AT_START.exec(line.slice(bodyStart))
  if (!form || !/kèm theo $/u.test(line.slice(0, mention.start))) return null
  return { start: bodyStart, end: bodyStart + form[0].length }
}

function readBefore(line: string, mention: Mention, outset: number, floor: number, lexicon: Lexicon): void {
  if (mention.issuer !== null && mention.date !== null) return
  const match = capitalMatchEndingAt(lexicon.rules.before, line, outset, BEFORE_WIDTH, floor)
  if (!match) return
  const [issuer, date] = [match.partSpan('issuer'), match.partSpan('date')]
  if (mention.issuer === null && issuer) mention.issuer = sourced(issuer)
  if (mention.date === null && date) mention.date = sourced(date)
}
