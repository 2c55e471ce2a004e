import type { Document, Element } from 'domhandler'
import type { FontNature } from '../encoding/fonts.js'
import { createBlockBuilder } from '../layout/block-builder.js'
import { type Block, lowered, raised } from '../layout/blocks.js'
import { toLetters, toRoman } from '../layout/list-number.js'
import { traverse } from './traverse.js'

/** What a page holds that is no text of it. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'head',
  'template',
  'svg',
  'iframe',
  'object',
  'select',
  'button',
  'textarea',
  'input',
  'nav',
  'xml',
  'title',
])
/** Elements that begin and end a line. */
const LINES = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary ul'.split(
    ' ',
  ),
)
const HEADINGS = /^h[1-6]$/

const isHidden = ({ attribs }: Element): boolean =>
  'hidden' in attribs || /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attribs.style ?? '')

const isBold = ({ name, attribs }: Element): boolean =>
  name === 'b' || name === 'strong' || HEADINGS.test(name) || name === 'th' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribs.style ?? '')

const isPlain = ({ attribs }: Element): boolean => /font-weight\s*:\s*(?:normal|[1-4]00)/i.test(attribs.style ?? '')

/** What stands before an item of a numbered list. */
function markOf(type: string, value: number): string {
  if (type === 'a' || type === 'lower-alpha' || type === 'lower-latin') return `${toLetters(value)}.`
  if (type === 'A' || type === 'upper-alpha' || type === 'upper-latin') return `${toLetters(value).toUpperCase()}.`
  if (type === 'i' || type === 'lower-roman') return `${toRoman(value)}.`
  if (type === 'I' || type === 'upper-roman') return `${toRoman(value).toUpperCase()}.`
  return `${value}.`
}

interface OpenList {
  readonly ordered: boolean
  readonly type: string
  next: number
}

/** Ways in which footnotes are linked: mammoth's `#footnote-1`, LibreOffice's `#sdfootnote1sym`, Word's `#_ftn1`. */
const NOTE_LINK = /^#(?:footnote-|endnote-)(\d+)$|^#sd(?:foot|end)note(\d+)sym$|^#_(?:ftn|edn)(\d+)$/
const NOTE_BODY = /^(?:footnote|endnote)-(\d+)$|^sd(?:foot|end)note(\d+)$|^(?:ftn|edn)(\d+)$/
const NOTE_BACK = /^#(?:(?:foot|end)note-ref-\d+|sd(?:foot|end)note\d+anc|_(?:ftn|edn)ref\d+)$/

interface Notes {
  /** The bodies' elements by the id that a mark links to. */
  readonly bodies: ReadonlyMap<string, Element>
  readonly labels: ReadonlyMap<string, string>
}

const noteId = (match: RegExpExecArray | null): string | null => match?.slice(1).find(Boolean) ?? null

function findNotes(root: Document | Element): Notes {
  const bodies = new Map<string, Element>()
  const labels = new Map<string, string>()
  traverse(root, {
    enter(element) {
      const body = noteId(NOTE_BODY.exec(element.attribs.id ?? ''))
      if (body !== null) bodies.set(body, element)
      const mark = noteId(NOTE_LINK.exec(element.attribs.href ?? ''))
      if (mark !== null && !labels.has(mark)) labels.set(mark, String(labels.size + 1))
      return true
    },
    leave: () => {},
    text: () => {},
  })
  return { bodies, labels }
}

/** How an element sets what is in it. */
interface Print {
  readonly bold: boolean
  readonly script: 'sup' | 'sub' | null
  readonly pre: boolean
  readonly font: FontNature | null
}

export interface HtmlOptions {
  /** What is left out beside scripts and controls. */
  readonly skip?: (element: Element) => boolean
  /** Whether what is hidden is read: a page hides all tabs but the one that was looked at. */
  readonly hidden?: boolean
  /** What an element says about the font of its words; null where it says nothing. */
  readonly fontOf?: (element: Element) => FontNature | null
}

/**
 * Turns a tree of HTML into blocks: paragraphs and line breaks as lines, tables with their spans, the marks of lists, footnotes where they are
 * marked. Of the root itself only the content counts.
 */
export function htmlToBlocks(root: Document | Element, { skip = () => false, hidden = false, fontOf = () => null }: HtmlOptions = {}): readonly Block[] {
  const builder = createBlockBuilder()
  const notes = findNotes(root)
  const prints: Print[] = [{ bold: false, script: null, pre: false, font: null }]
  const lists: OpenList[] = []
  const print = (): Print => prints.at(-1) as Print

  const words = (text: string): void => {
    const { bold, script, pre, font } = print()
    if (pre) {
      text.split('\n').forEach((line, i) => {
        if (i > 0) builder.endParagraph()
        builder.text(line, bold, font)
      })
    } else if (script && /^\s*\d+\s*$/.test(text)) builder.text(script === 'sup' ? raised(text.trim()) : lowered(text.trim()), false)
    else builder.text(text, bold, font)
  }
  const openItem = (element: Element): void => {
    const list = lists.at(-1)
    if (list?.ordered) {
      const value = Number.parseInt(element.attribs.value ?? '', 10)
      if (Number.isInteger(value)) list.next = value
      builder.text(`${markOf(element.attribs.type ?? list.type, list.next++)} `, false)
    } else if (list) builder.text('- ', false)
  }
  const openNoteMark = (element: Element): boolean => {
    const id = noteId(NOTE_LINK.exec(element.attribs.href ?? ''))
    const body = id === null ? undefined : notes.bodies.get(id)
    if (id === null || !body) return false
    const label = notes.labels.get(id) as string
    builder.text(raised(label), false)
    builder.openNote(label)
    traverse(body, noteVisitor)
    builder.closeNote()
    return true
  }
  const enter = (element: Element): boolean => {
    const { name, attribs } = element
    if (SKIPPED.has(name) || (!hidden && isHidden(element)) || skip(element)) return false
    if (name === 'br') builder.endParagraph()
    if (NOTE_BODY.test(attribs.id ?? '') || NOTE_BACK.test(attribs.href ?? '')) return false
    if (name === 'a' && openNoteMark(element)) return false
    if (name === 'table') builder.openTable()
    else if (name === 'tr') builder.openRow()
    else if (name === 'td' || name === 'th') builder.openCell(Number(attribs.colspan ?? 1), Number(attribs.rowspan ?? 1))
    else if (LINES.has(name)) builder.endLine()
    if (name === 'ol' || name === 'ul') {
      const start = Number.parseInt(attribs.start ?? '', 10)
      const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribs.style ?? '')?.[1]
      lists.push({ ordered: name === 'ol', type: attribs.type ?? style ?? '1', next: Number.isInteger(start) ? start : 1 })
    }
    const outer = print()
    prints.push({
      bold: isBold(element) || (outer.bold && !isPlain(element)),
      script: name === 'sup' || name === 'sub' ? name : outer.script,
      pre: name === 'pre' || name === 'plaintext' || outer.pre,
      font: fontOf(element) ?? outer.font,
    })
    if (name === 'li') openItem(element)
    return true
  }
  const leave = ({ name }: Element): void => {
    prints.pop()
    if (name === 'table') builder.closeTable()
    else if (name === 'td' || name === 'th') builder.closeCell()
    else if (name === 'p' || name === 'hr') builder.endParagraph()
    else if (LINES.has(name)) builder.endLine()
    if (name === 'ol' || name === 'ul') lists.pop()
  }
  const noteVisitor = {
    enter: (element: Element): boolean => !NOTE_BACK.test(element.attribs.href ?? '') && !SKIPPED.has(element.name),
    leave: (element: Element): void => {
      if (element.name === 'p') builder.endLine()
    },
    text: words,
  }
  traverse(root, { enter, leave, text: words })
  return builder.finish()
}
