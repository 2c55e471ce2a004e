import { parseSentenceHead } from '../model/sentence-head.js'
import type { NormalizedText } from '../model/text.js'
import type { Rulebook } from '../rulebook/index.js'
import { isCapitalLine, type TextLine } from './line.js'
import { capitalTypes, isTypeTitle } from './parts.js'

/** The first lines of a file: where the document begins below a site's own matter, its type word and its title. */
export interface Opening {
  /** First line of the document itself. */
  readonly first: number
  /** The line that prints the type, null when there is none (a công văn). */
  readonly typeLine: number | null
  readonly titleLines: readonly number[]
  /** First line below the title. */
  readonly body: number
}

const OPENING_LINES = 150
/** The banner of a province's portal, which names its body as a document's head does. */
const PORTAL = /^(?:CỔNG|TRANG) THÔNG TIN ĐIỆN TỬ/i
/** A head that is one sentence stands at the very beginning, or below a site's own lines, which are short. */
const SENTENCE_HEAD_LINES = 3
const MOST_SITE_LINES = 40
const LONGEST_SITE_LINE = 120
/** So soon below it the document says what it rests on. */
const LINES_TO_BASIS = 6
const NO_TITLE =
  /^(?:Căn cứ|Theo đề nghị|Xét |Thực hiện|Triển khai|Kính gửi|Nơi nhận|S[ốỐ]\s?:|Độc lập|CỘNG H|ỦY BAN|UỶ BAN|HỘI ĐỒNG|CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|CHÍNH PHỦ|QUYẾT ĐỊNH:|QUYẾT NGHỊ:|(?:\d{1,2}|[IVX]{1,4})\s?(?:[.)]|\/\s)|[A-HĐ]\s?[.)/]\s|[-+]|Điều \d|Phần |Chương )/

/** The zone rule that fits at the beginning of a line, or null. */
export function zoneAt(text: NormalizedText, line: TextLine, rulebook: Rulebook): string | null {
  for (const rule of rulebook.stageAt('zone', text, line.span.start)) if (rule.matchAt(text, line.span.start)) return rule.emit.zone as string
  return null
}

/** The capital lines right below the place and the day, which are the title where a site leaves the type word out: "Lạng Sơn, ngày …", "CHUYỂN ĐỔI SỐ TỈNH LẠNG SƠN NĂM 2023". */
function titleBelowDate(text: NormalizedText, head: readonly TextLine[], rulebook: Rulebook): number[] {
  const dated = head.findIndex(l => /, ngày .*tháng .*năm/.test(l.text) && zoneAt(text, l, rulebook) === 'header')
  if (dated < 0) return []
  const found: number[] = []
  for (const line of head.slice(dated + 1, dated + 5)) {
    if (line.isBar || !isCapitalLine(line.text) || NO_TITLE.test(line.text) || zoneAt(text, line, rulebook) !== null) break
    found.push(line.index)
  }
  return found
}

/**
 * The head that is one sentence. Further down it must be followed by what the document rests on, and nothing but a site's lines may stand above it: a document named so in a text is none.
 */
function sentenceHead(head: readonly TextLine[], portal: number): TextLine | undefined {
  for (const [index, line] of head.slice(0, MOST_SITE_LINES).entries()) {
    const isFirst = index < SENTENCE_HEAD_LINES
    if (parseSentenceHead(line.text) !== null && (isFirst || head.slice(index + 1, index + 1 + LINES_TO_BASIS).some(l => l.text.startsWith('Căn cứ '))))
      return line
    if (!isFirst && index > portal && (line.text.length > LONGEST_SITE_LINE || NO_TITLE.test(line.text))) return undefined
  }
  return undefined
}

/** Finds the document's own head below whatever a law site puts above it. */
export function findOpening(text: NormalizedText, lines: readonly TextLine[], rulebook: Rulebook): Opening {
  const types = capitalTypes(rulebook)
  const head = lines.slice(0, OPENING_LINES)
  const typed = head.find(l => !l.isBar && isTypeTitle(l.text, types))
  const isHead = (line: TextLine): boolean =>
    !line.isBar && isCapitalOrNumber(line.text) && ['authority', 'header'].includes(zoneAt(text, line, rulebook) ?? '')
  const portal = head.findLastIndex(l => PORTAL.test(l.text) && (typed === undefined || l.index < typed.index))
  const first = head.find(l => l.index > portal && (typed === undefined || l.index <= typed.index) && isHead(l)) ?? typed
  const sentence = typed ? undefined : sentenceHead(head, portal)
  if (sentence) return { first: sentence.index, typeLine: sentence.index, titleLines: [], body: sentence.index + 1 }
  if (!typed) {
    const subject = head.find(l => /^V\/v\s/i.test(l.text))
    const titleLines = subject ? [subject.index] : titleBelowDate(text, head, rulebook)
    const last = titleLines.at(-1)
    return { first: first?.index ?? 0, typeLine: null, titleLines, body: last === undefined ? (first?.index ?? 0) : last + 1 }
  }
  const opens = Math.min(first?.index ?? typed.index, typed.index)
  // A head whose lines run into one another prints no type of its own: the first one is the "QUYẾT ĐỊNH:" below the recitals, which are none of the head.
  const recital = head.find(l => l.index > opens && l.index < typed.index && l.text.startsWith('Căn cứ '))
  if (recital) return { first: opens, typeLine: typed.index, titleLines: [], body: recital.index }
  const titleLines: number[] = []
  let at = typed.index + 1
  for (; at < lines.length && titleLines.length < 4; at++) {
    const line = lines[at] as TextLine
    // "KẾ HOẠCH" above "Thực hiện Nghị quyết số … năm 2026": the first line below the type is the title unless it closes like a recital.
    const opensLikeRecital = titleLines.length === 0 && /^(?:Thực hiện|Triển khai) /.test(line.text) && line.text.length < 400 && !/[.;:,]$/.test(line.text)
    if (line.isBar || (NO_TITLE.test(line.text) && !opensLikeRecital)) break
    const isTitle = isCapitalLine(line.text) || (titleLines.length === 0 && line.text.length < 500 && !/[.;:]$/.test(line.text))
    if (!isTitle) break
    titleLines.push(at)
  }
  return { first: opens, typeLine: typed.index, titleLines, body: at }
}

const isCapitalOrNumber = (text: string): boolean => isCapitalLine(text) || /^(?:S[ốỐ]\s?:|Độc lập)/.test(text) || /ngày .*tháng .*năm/.test(text)
