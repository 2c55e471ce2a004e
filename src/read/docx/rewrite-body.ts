import { walkXml, type XmlPlace } from '../layout/xml-part.js'
import type { ReadLimits } from '../limits.js'
import { fontStyle } from './font-classes.js'
import { isNeedless, NEEDS_NO_ATTRIBUTES } from './needless.js'
import type { NumberTeller } from './numbering.js'
import { fontOf, isOn, type PrintProperties, type StyleTable } from './styles.js'

interface OpenParagraph {
  numId: string | null
  level: number | null
  style: string | null
  /** The paragraph's mark was deleted or is hidden: its words belong to the next paragraph. */
  joined: boolean
  /** Whether its mark, and with it its number, is bold. */
  bold: boolean | null
  numbered: boolean
  /** Boxes of text that are anchored in it. */
  readonly boxes: string[]
}

interface OpenRun {
  bold: boolean | null
  caps: boolean | null
  hidden: boolean | null
  style: string | null
  font: string | null
  hasProperties: boolean
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const runOf = (text: string, bold = false): string => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

/** Capitals for the letters of a piece of XML, its entities left alone. */
const capitalsOf = (xml: string): string => xml.replace(/&[#\w]+;|[^&]+/g, part => (part.startsWith('&') ? part : part.toUpperCase()))

/**
 * Writes out what Word prints and mammoth does not: numbers of lists as words at the head of their paragraphs, boxes of text as paragraphs behind
 * the one they are anchored in, capitals and bold that come from a format; and leaves hidden words out. `tell` is null where nothing is counted.
 */
export function rewriteBody(xml: string, styles: StyleTable, tell: NumberTeller | null, file: string, limits: ReadLimits): string {
  /** What is written; the last one is written to. A run, a box of text or a choice of drawings is written apart until it is known what becomes of it. */
  const sinks: string[][] = [[]]
  const paragraphs: OpenParagraph[] = []
  const path: string[] = []
  /** Runs within runs: those of a box of text stand in the run that the box is drawn in. */
  const runs: OpenRun[] = []
  let copied = 0
  /** Where the parser stands. */
  let at: () => XmlPlace = () => ({ start: 0, end: 0 })
  /** Number of `mc:Fallback` elements that stand open: their words are those of the choice before. */
  let fallback = 0
  const choices: { boxed: boolean }[] = []
  /** Elements that stand open within one that is not passed on, that one included. */
  let needless = 0
  let formula: { readonly root: string; readonly words: string[] } | null = null

  const write = (text: string): void => void (sinks.at(-1) as string[]).push(text)
  const copyTo = (end: number): void => {
    if (end > copied) write(xml.slice(copied, end))
    copied = Math.max(copied, end)
  }
  /** Copies up to a tag and writes it bare; one that closes itself is left as it is. */
  const withoutAttributes = (name: string): void => {
    const { start, end } = at()
    if (end - start === name.length + 2 || xml[end - 2] === '/') return
    copyTo(start)
    write(`<${name}>`)
    copied = end
  }
  const parent = (up = 1): string | undefined => path.at(-up)

  const number = (paragraph: OpenParagraph): void => {
    if (paragraph.numbered || !tell || fallback > 0) return
    paragraph.numbered = true
    if (paragraph.joined) return
    const mark = tell(paragraph, paragraph.style)
    if (mark !== null) write(runOf(`${mark} `, paragraph.bold ?? styles(paragraph.style).print.bold ?? false))
  }
  const effective = (open: OpenRun): PrintProperties => {
    const own = styles(open.style).print
    const inherited = styles(paragraphs.at(-1)?.style ?? null).print
    return {
      bold: open.bold ?? own.bold ?? inherited.bold,
      caps: open.caps ?? own.caps ?? inherited.caps,
      hidden: open.hidden ?? own.hidden ?? inherited.hidden,
      font: open.font ?? own.font ?? inherited.font ?? styles.defaultFont,
    }
  }
  const closeRun = (): void => {
    const written = (sinks.pop() as string[]).join('')
    const run = runs.pop()
    if (!run) {
      write(written)
      return
    }
    const { bold, caps, hidden, font } = effective(run)
    if (hidden) return
    const style = fontStyle(font, caps === true)
    const added = (style === null ? '' : `<w:rStyle w:val="${style}"/>`) + (bold === true && run.bold === null ? '<w:b/>' : '')
    const properties =
      added === ''
        ? written
        : run.hasProperties
          ? written.replace('<w:rPr>', `<w:rPr>${added}`)
          : written.replace(/^<w:r(?:\s[^>]*)?>/, `$&<w:rPr>${added}</w:rPr>`)
    // Letters of a legacy font are capitals only when they are decoded.
    write(caps && style === null ? properties.replace(/(<w:t(?:\s[^>]*)?>)([^<]*)/g, (_, tag: string, words: string) => tag + capitalsOf(words)) : properties)
  }

  walkXml(
    xml,
    file,
    limits,
    place => {
      at = place
      return {
        open(name, attribs) {
          const value = attribs['w:val']
          const paragraph = paragraphs.at(-1)
          const run = runs.at(-1)
          if (formula) return void path.push(name)
          if (needless > 0 || isNeedless(name, parent())) {
            if (needless === 0) copyTo(place().start)
            needless++
          }
          if (name !== 'w:pPr' && parent() === 'w:p' && paragraph) {
            copyTo(place().start)
            number(paragraph)
          }
          if (name === 'w:p') paragraphs.push({ numId: null, level: null, style: null, joined: false, bold: null, numbered: false, boxes: [] })
          else if (name === 'w:r') {
            copyTo(place().start)
            sinks.push([])
            runs.push({ bold: null, caps: null, hidden: null, style: null, font: null, hasProperties: false })
          } else if (name === 'mc:AlternateContent') {
            copyTo(place().start)
            sinks.push([])
            choices.push({ boxed: false })
          } else if (name === 'mc:Fallback') fallback++
          else if (name === 'w:txbxContent' && fallback === 0) {
            copyTo(place().end)
            sinks.push([])
          } else if (name === 'm:oMath' || name === 'm:oMathPara') {
            copyTo(place().start)
            formula = { root: name, words: [] }
          } else if (paragraph && parent() === 'w:pPr' && parent(2) === 'w:p') {
            if (name === 'w:pStyle') paragraph.style = value ?? null
          } else if (paragraph && parent() === 'w:numPr' && parent(2) === 'w:pPr' && parent(3) === 'w:p') {
            if (name === 'w:numId') paragraph.numId = value ?? null
            else if (name === 'w:ilvl') paragraph.level = Number(value)
          } else if (paragraph && parent() === 'w:rPr' && parent(2) === 'w:pPr' && parent(3) === 'w:p') {
            if (name === 'w:del' || (name === 'w:vanish' && isOn(value))) paragraph.joined = true
            else if (name === 'w:b') paragraph.bold = isOn(value)
          } else if (run && parent() === 'w:rPr' && parent(2) === 'w:r') {
            if (name === 'w:b') run.bold = isOn(value)
            else if (name === 'w:caps') run.caps = isOn(value)
            else if (name === 'w:vanish') run.hidden = isOn(value)
            else if (name === 'w:rStyle') run.style = value ?? null
            else if (name === 'w:rFonts') run.font = fontOf(attribs)
          } else if (run && name === 'w:rPr' && parent() === 'w:r') run.hasProperties = true
          if (needless === 0 && NEEDS_NO_ATTRIBUTES.has(name)) withoutAttributes(name)
          path.push(name)
        },
        close(name) {
          path.pop()
          const paragraph = paragraphs.at(-1)
          if (formula) {
            if (name !== formula.root) return
            // The words are XML already: they are copied as they are written.
            write(`<w:r><w:t xml:space="preserve">${formula.words.join('')}</w:t></w:r>`)
            formula = null
            copied = place().end
            return
          }
          if (needless > 0) {
            needless--
            if (needless === 0) copied = place().end
            return
          }
          if (name === 'w:p' && paragraph) {
            const isSelfClosed = xml[place().end - 2] === '/'
            if (!isSelfClosed) {
              copyTo(place().start)
              number(paragraph)
            }
            copyTo(place().end)
            for (const box of paragraph.boxes) write(box)
            paragraphs.pop()
          } else if (name === 'w:r') {
            copyTo(place().end)
            closeRun()
          } else if (name === 'mc:Fallback') fallback--
          else if (name === 'mc:AlternateContent') {
            copyTo(place().end)
            const written = (sinks.pop() as string[]).join('')
            if (!choices.pop()?.boxed) write(written)
          } else if (name === 'w:txbxContent' && fallback === 0) {
            copyTo(place().start)
            const box = (sinks.pop() as string[]).join('')
            paragraph?.boxes.push(box)
            const choice = choices.at(-1)
            if (choice) choice.boxed = true
          }
        },
        text(words) {
          if (formula && parent() === 'm:t') formula.words.push(words)
        },
      }
    },
    false,
  )
  copyTo(xml.length)
  return sinks.map(sink => sink.join('')).join('')
}
