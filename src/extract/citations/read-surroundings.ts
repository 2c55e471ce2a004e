import type { Span } from '../../model/text.js'
import type { Lexicon } from './lexicon.js'
import { type Mention, sourced } from './mention.js'
import { matchAt, matchEndingAt } from './window.js'

const PIN_WIDTH = 240
const CUE_WIDTH = 200
const BEFORE_WIDTH = 140
const FORM_AT_START = /^(?:Mẫu(?: biểu| số)?(?: số)?|Biểu(?: mẫu)?(?: số)?|Phụ lục(?: số)?) (?:\d{1,3}[a-z]?|[IVX]{1,5})(?=[.:])/u
const BRACKET = /^,? ?\((?:theo |tại )?/u
const TYPE_AHEAD = /^(?: của| tại)? (?:(?:các )?(?:Nghị|Quyết|Thông|Luật|Bộ luật|Chỉ|Kế hoạch|Chương trình|Quy|Pháp|Văn|Kết))/u

/** Reads what stands around a mention: the provision that is meant, the words that tell its relation, the body and day before it. */
export function readSurroundings(line: string, mention: Mention, floor: number, bodyStart: number, lexicon: Lexicon): void {
  const before = matchEndingAt(lexicon.rules.pinpoint, line, mention.start, PIN_WIDTH, floor)
  let outset = mention.start
  if (before) {
    mention.pinpoint = before.part('pin')
    outset = before.span.start
  } else mention.pinpoint = pinpointBehind(line, mention, lexicon) ?? formAtStart(line, mention, bodyStart)
  mention.cue = readCue(line, mention.start, floor, lexicon) ?? (outset < mention.start ? readCue(line, outset, floor, lexicon) : null)
  readBefore(line, mention, outset, floor, lexicon)
}

function readCue(line: string, at: number, floor: number, lexicon: Lexicon): Mention['cue'] {
  const cue = matchEndingAt(lexicon.rules.cue, line, at, CUE_WIDTH, floor)
  if (!cue) return null
  const { relation, previous } = cue.rule.emit
  return { relation: String(relation), previous: typeof previous === 'string' ? previous : null, span: cue.span }
}

/** "Nghị định số … (khoản 2 Điều 5)". */
function pinpointBehind(line: string, mention: Mention, lexicon: Lexicon): Span | null {
  const bracket = BRACKET.exec(line.slice(mention.end, mention.end + 12))
  if (!bracket?.[0].includes('(')) return null
  const at = mention.end + bracket[0].length
  const close = line.indexOf(')', at)
  if (close < 0 || close - at > 120) return null
  const pin = matchAt(lexicon.rules.pinpoint, `${line.slice(at, close)} `, 0)
  const isWhole = pin?.span.end === close - at + 1
  return isWhole && !TYPE_AHEAD.test(line.slice(close)) ? { start: at, end: close } : null
}

/** A line that begins with a form's number and ends with the document it is issued with. */
function formAtStart(line: string, mention: Mention, bodyStart: number): Span | null {
  const form = FORM_AT_START.exec(line.slice(bodyStart))
  if (!form || !/kèm theo $/u.test(line.slice(0, mention.start))) return null
  return { start: bodyStart, end: bodyStart + form[0].length }
}

function readBefore(line: string, mention: Mention, outset: number, floor: number, lexicon: Lexicon): void {
  if (mention.issuer !== null && mention.date !== null) return
  const match = matchEndingAt(lexicon.rules.before, line, outset, BEFORE_WIDTH, floor)
  if (!match) return
  const [issuer, date] = [match.part('issuer'), match.part('date')]
  if (mention.issuer === null && issuer) mention.issuer = sourced(issuer)
  if (mention.date === null && date) mention.date = sourced(date)
}
