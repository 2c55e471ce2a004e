import type { Diagnostic } from '../../model/diagnostic.js'
import { decodeMixed } from '../encoding/decode-mixed.js'

/** The lines of a running head or foot of an office file, as its parts hold them. */
export interface RunningHead {
  readonly isFoot: boolean
  readonly lines: readonly string[]
}

/** What a decree's own head consists of (Nghị định 30/2020/NĐ-CP, Phụ lục I): some templates set it as the running head of the first page. */
const HEAD_LINES: readonly RegExp[] = [
  /^CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA/iu,
  /^Số\s?:?\s?[\d….]{0,8}\s?(?:\/\s?\d{4}\s?)?[/-]\s?[A-ZĐ]{2}/u,
  /^[A-ZĐÀ-Ỹ][\p{L}. -]{1,40},?\s+ngày\s.{0,12}tháng\s.{0,12}năm\s/u,
  /^[("“]?\s?DỰ THẢO/u,
]

/** Page numbers in their usual dress. */
const PAGE = /^[-–—\s]*(?:(?:Trang|Tr\.|Page)\s*)?\d{0,4}(?:\s*(?:[/|]|of|trên)\s*\d{0,4})?[-–—\s]*$/iu

/** Lines in which a document's head stands. */
const OPENING_LINES = 40

const decoded = (lines: readonly string[]): readonly string[] =>
  decodeMixed(lines.join('\n'))
    .text.split('\n')
    .flatMap(line => line.split(/\t| {3,}|\|/))
    .map(line => line.normalize('NFC').trim())
    .filter(line => line !== '')

/** A running head without its page numbers; null when nothing is left. */
function worded(head: RunningHead): RunningHead | null {
  const lines = decoded(head.lines).filter(line => !PAGE.test(line))
  return lines.length > 0 ? { ...head, lines } : null
}

/** Whether a running head holds lines of the document's own head that the opening of the text has not. */
function holdsDocumentHead(head: RunningHead, body: readonly string[]): boolean {
  if (head.isFoot) return false
  const own = decoded(head.lines)
  const opening = decoded(body)
  return HEAD_LINES.some(pattern => own.some(line => pattern.test(line)) && !opening.some(line => pattern.test(line)))
}

/** Characters of running heads that a message shows. */
const SHOWN = 200

/** What is said of the running heads of a file: those that were read as the document's head, and those that are no part of its text. */
export function runningHeadNotes(heads: readonly RunningHead[], read: readonly RunningHead[]): Diagnostic[] {
  const notes: Diagnostic[] = []
  if (read.length > 0)
    notes.push({ code: 'D_HEAD_READ', severity: 'info', message: "The document's own head is set as a running head; it was read before the text.", span: null })
  const left = heads.filter(head => !read.includes(head)).flatMap(head => worded(head)?.lines ?? [])
  if (left.length > 0) {
    const words = [...new Set(left)].join(' / ')
    const shown = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words
    notes.push({ code: 'D_RUNNING_HEADS', severity: 'info', message: `Running heads and feet are no part of the text: ${shown}`, span: null })
  }
  return notes
}

/** The running heads to be read as the document's own head, the fullest first: those that hold lines of it that neither the body nor one before has. */
export function headsToRead<H extends RunningHead>(heads: readonly H[], body: readonly string[]): readonly H[] {
  const chosen: H[] = []
  for (const head of [...heads].sort((a, b) => b.lines.length - a.lines.length)) {
    const before = chosen.flatMap(c => c.lines)
    if (holdsDocumentHead(head, [...before, ...body.slice(0, OPENING_LINES)])) chosen.push(head)
  }
  return chosen
}
