import { headsToRead, type RunningHead } from '../layout/running-heads.js'
import { walkXml } from '../layout/xml-part.js'
import type { ReadLimits } from '../limits.js'

/** A running head with its paragraphs as XML that can stand in the body. */
export interface WordHead extends RunningHead {
  readonly xml: string
}

interface OpenParagraph {
  readonly properties: string[]
  readonly runs: string[]
  words: string
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** The properties of a run that say what its words are; the others, of other name spaces or with links into the part, stay behind. */
const KEPT = new Set(['w:rFonts', 'w:b', 'w:caps', 'w:vanish', 'w:rStyle'])
const asTag = (name: string, attribs: Readonly<Record<string, string>>): string =>
  `<${name}${Object.entries(attribs)
    .filter(([key]) => key.startsWith('w:'))
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')}/>`

/** A field that counts pages: its result is no word. */
const COUNTS = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/

/** Reads `word/header1.xml` or `word/footer1.xml`: its paragraphs, those of its tables and text boxes too, without page numbers; the words of a watermark are a line. */
export function readWordHead(xml: string, isFoot: boolean, file: string, limits: ReadLimits): WordHead {
  const open: OpenParagraph[] = []
  const lines: string[] = []
  const written: string[] = []
  const fields: { instruction: string; result: boolean }[] = []
  let properties: string[] | null = null
  let inWords = false
  let inInstruction = false
  let fallback = 0
  let simple = 0
  const put = (own: string, words: string): void => {
    const paragraph = open.at(-1)
    if (!paragraph || fallback > 0 || simple > 0 || fields.some(field => !field.result || COUNTS.test(field.instruction))) return
    paragraph.runs.push(`<w:r>${paragraph.properties.length > 0 ? `<w:rPr>${paragraph.properties.join('')}</w:rPr>` : ''}${own}</w:r>`)
    paragraph.words += words
  }
  walkXml(xml, file, limits, () => ({
    open(name, attribs) {
      if (name === 'mc:Fallback') fallback++
      else if (name === 'w:p') open.push({ properties: [], runs: [], words: '' })
      else if (name === 'w:fldSimple' && COUNTS.test(attribs['w:instr'] ?? '')) simple++
      else if (name === 'w:r') open.at(-1)?.properties.splice(0)
      else if (name === 'w:rPr') properties = open.at(-1)?.properties ?? null
      else if (properties && KEPT.has(name)) properties.push(asTag(name, attribs))
      else if (name === 'w:t') inWords = true
      else if (name === 'w:instrText') inInstruction = true
      else if (name === 'w:tab' && !properties) put('<w:tab/>', '\t')
      else if (name === 'w:br') put('<w:br/>', '\n')
      else if (name === 'v:textpath' && attribs.string) {
        lines.push(attribs.string)
        written.push(`<w:p><w:r><w:t>${escapeXml(attribs.string)}</w:t></w:r></w:p>`)
      } else if (name === 'w:fldChar') {
        const kind = attribs['w:fldCharType']
        const field = fields.at(-1)
        if (kind === 'begin') fields.push({ instruction: '', result: false })
        else if (kind === 'separate' && field) field.result = true
        else if (kind === 'end') fields.pop()
      }
    },
    close(name) {
      if (name === 'mc:Fallback') fallback--
      else if (name === 'w:fldSimple' && simple > 0) simple--
      else if (name === 'w:rPr') properties = null
      else if (name === 'w:t') inWords = false
      else if (name === 'w:instrText') inInstruction = false
      else if (name === 'w:p') {
        const paragraph = open.pop()
        if (!paragraph || paragraph.words.trim() === '') return
        lines.push(...paragraph.words.split('\n'))
        written.push(`<w:p>${paragraph.runs.join('')}</w:p>`)
      }
    },
    text(words) {
      const field = fields.at(-1)
      if (inInstruction && field && !field.result) field.instruction += words
      else if (inWords) put(`<w:t xml:space="preserve">${escapeXml(words)}</w:t>`, words)
    },
  }))
  return { isFoot, lines, xml: written.join('') }
}

/** The first lines of a body, before anything in it is rewritten. */
const openingOf = (body: string): readonly string[] =>
  body
    .slice(0, 200_000)
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<\/w:p>|<w:br\/>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .split('\n')
    .filter(line => line.trim() !== '')

/** The body with the running heads before it that hold the document's own head, and which these are. */
export function withDocumentHead(body: string, heads: readonly WordHead[]): { readonly body: string; readonly read: readonly WordHead[] } {
  const read = headsToRead(heads, openingOf(body))
  if (read.length === 0) return { body, read }
  const at = /<w:body(?:\s[^>]*)?>/.exec(body)
  const end = at ? at.index + at[0].length : -1
  return end < 0 ? { body, read: [] } : { body: body.slice(0, end) + read.map(head => head.xml).join('') + body.slice(end), read }
}
