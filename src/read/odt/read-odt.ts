import type { Diagnostic } from '../../model/diagnostic.js'
import { PipelineError } from '../../model/errors.js'
import { fontNature } from '../encoding/fonts.js'
import { createBlockBuilder } from '../layout/block-builder.js'
import { type Block, lowered, raised } from '../layout/blocks.js'
import { decodeBlocks, linesOf as runsOf } from '../layout/decode-blocks.js'
import { renderBlocks } from '../layout/render-blocks.js'
import { headsToRead, runningHeadNotes } from '../layout/running-heads.js'
import { decodePart, walkXml } from '../layout/xml-part.js'
import type { ReadLimits } from '../limits.js'
import { READABLE_PICTURE, readScannedPages } from '../ocr/read-scanned-pages.js'
import { plainResult, type Reader, type ReadResult } from '../reader.js'
import { LARGE, readApart } from '../thread/large.js'
import { encodingName, legacyNote } from '../word/notes.js'
import { type OpenZip, openZip } from '../zip/open-zip.js'
import { createOdtNumbering, type OpenList } from './numbering.js'
import { type OdtStyle, type OdtStyles, readOdtStyles } from './styles.js'

/** What is no text of the document: changes that were made away, remarks, hidden text, marks for indexes. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:hidden-text',
  'text:hidden-paragraph',
  'text:ruby-text',
  'svg:title',
  'svg:desc',
  'office:forms',
  'text:note-citation',
  'table:covered-table-cell',
  'office:scripts',
  'text:page-number',
  'text:page-count',
])

const linesOf = (blocks: readonly Block[]): readonly string[] => runsOf(blocks).map(runs => runs.map(run => run.text).join(''))

interface OpenItem {
  readonly list: OpenList
  /** What stands before the item's first paragraph, until it is written. */
  mark: string | null
}

/** Walks the body of `content.xml`. */
function readBody(xml: string, styles: OdtStyles, file: string, limits: ReadLimits): readonly Block[] {
  const builder = createBlockBuilder()
  const numbering = createOdtNumbering(styles)
  const prints: OdtStyle[] = [styles.styleOf()]
  const lists: OpenList[] = []
  const items: (OpenItem | null)[] = []
  let skipped = 0
  let inText = 0
  let notes = 0

  const print = (): OdtStyle => prints.at(-1) as OdtStyle
  const enter = (own: OdtStyle): void => {
    const outer = print()
    prints.push({
      ...own,
      bold: own.bold ?? outer.bold,
      capitals: own.capitals ?? outer.capitals,
      hidden: own.hidden ?? outer.hidden,
      script: own.script ?? outer.script,
      font: own.font ?? outer.font,
    })
  }
  const write = (words: string): void => {
    const { bold, capitals, hidden, script, font } = print()
    if (hidden) return
    if (script && /^\s*\d+\s*$/.test(words)) builder.text(script === 'sup' ? raised(words.trim()) : lowered(words.trim()), false)
    else {
      const nature = fontNature(font ?? styles.defaultFont ?? '')
      // Letters of a legacy font are capitals only when they are decoded.
      if (nature.encoding) builder.text(words, bold ?? false, { ...nature, capitals: nature.capitals || capitals === true })
      else builder.text(capitals ? words.toUpperCase() : words, bold ?? false)
    }
  }
  const openParagraph = (name: string, attribs: Readonly<Record<string, string>>): void => {
    const style = styles.styleOf(attribs['text:style-name'])
    prints.push({ ...style })
    inText++
    const item = items.at(-1)
    if (item?.mark) builder.text(`${item.mark} `, style.bold ?? false)
    else if (name === 'text:h' && !item && attribs['text:is-list-header'] !== 'true') {
      const mark = numbering.heading(Number(attribs['text:outline-level'] ?? 1))
      if (mark !== null) builder.text(`${mark} `, style.bold ?? false)
    }
    if (item) item.mark = null
  }

  walkXml(xml, file, limits, () => ({
    open(name, attribs) {
      if (skipped > 0 || SKIPPED.has(name)) {
        skipped++
        return
      }
      if (name === 'text:p' || name === 'text:h') openParagraph(name, attribs)
      else if (name === 'text:span') enter(styles.styleOf(attribs['text:style-name']))
      else if (name === 'text:s') builder.text(' ', false)
      else if (name === 'text:tab') builder.text('\t', false)
      else if (name === 'text:line-break') builder.endLine()
      else if (name === 'text:list') {
        const continues = { list: attribs['text:continue-list'] ?? null, numbering: attribs['text:continue-numbering'] === 'true' }
        lists.push(numbering.open(lists.at(-1) ?? null, attribs['text:style-name'] ?? null, attribs['xml:id'] ?? null, continues))
      } else if (name === 'text:list-item') {
        const list = lists.at(-1)
        const start = attribs['text:start-value']
        items.push(list ? { list, mark: null } : null)
        const item = items.at(-1)
        if (item) item.mark = numbering.next(item.list, start === undefined ? null : Number(start))
      } else if (name === 'text:list-header') items.push(null)
      else if (name === 'text:note') {
        notes++
        write(raised(String(notes)))
        builder.openNote(String(notes))
        items.push(null)
      } else if (name === 'draw:text-box') {
        builder.openAside()
        items.push(null)
      } else if (name === 'table:table') builder.openTable()
      else if (name === 'table:table-row') builder.openRow()
      else if (name === 'table:table-cell') {
        builder.openCell(Number(attribs['table:number-columns-spanned'] ?? 1), Number(attribs['table:number-rows-spanned'] ?? 1))
        items.push(null)
      }
    },
    close(name) {
      if (skipped > 0) {
        skipped--
        return
      }
      if (name === 'text:p' || name === 'text:h') {
        builder.endParagraph()
        prints.pop()
        inText--
      } else if (name === 'text:span') prints.pop()
      else if (name === 'text:list') lists.pop()
      else if (name === 'text:list-item' || name === 'text:list-header') items.pop()
      else if (name === 'text:note') {
        builder.closeNote()
        items.pop()
      } else if (name === 'draw:text-box') {
        builder.closeAside()
        items.pop()
      } else if (name === 'table:table') builder.closeTable()
      else if (name === 'table:table-cell') {
        builder.closeCell()
        items.pop()
      }
    },
    text(words) {
      if (skipped === 0 && inText > 0) write(words)
    },
  }))
  return builder.finish()
}

function notesOf(zip: OpenZip): Diagnostic[] {
  const count = (pattern: RegExp): number => zip.entries.filter(e => pattern.test(e.name)).length
  const notes: Diagnostic[] = []
  const pictures = count(/^Pictures\//)
  if (pictures > 0)
    notes.push({ code: 'D_PICTURES', severity: 'info', message: `The document holds ${pictures} pictures; what they show is not read.`, span: null })
  if (count(/^(?:Basic|Scripts)\//) > 0)
    notes.push({ code: 'D_MACROS', severity: 'warning', message: 'The document holds macros, which were not run.', span: null })
  return notes
}

/** The running heads and feet of a document's page styles, in the order of the styles; each once. */
function odtHeads(styles: string): readonly { readonly isFoot: boolean; readonly xml: string }[] {
  const heads = new Map<string, { readonly isFoot: boolean; readonly xml: string }>()
  let at = styles.indexOf('<office:master-styles')
  const tag = /<style:(header|footer)(-first|-left)?(?=[\s>])[^<>]*>/g
  for (tag.lastIndex = Math.max(0, at); at >= 0; tag.lastIndex = at) {
    const opened = tag.exec(styles)
    if (!opened) break
    const end = opened[0].endsWith('/>') ? opened.index : styles.indexOf(`</style:${opened[1]}${opened[2] ?? ''}>`, tag.lastIndex)
    if (end < 0) break
    at = Math.max(end, tag.lastIndex)
    const xml = styles.slice(tag.lastIndex, end)
    if (xml !== '') heads.set(xml, { isFoot: opened[1] === 'footer', xml: `<x>${xml}</x>` })
  }
  return [...heads.values()]
}

async function picturesOf(zip: OpenZip, content: string): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = []
  for (const path of new Set([...content.matchAll(/xlink:href="(Pictures\/[^"]+)"/g)].map(m => m[1] as string))) {
    const bytes = READABLE_PICTURE.test(path) ? await zip.read(path) : null
    if (bytes) pictures.push(bytes)
  }
  return pictures
}

async function read(zip: OpenZip, file: string, limits: ReadLimits): Promise<ReadResult> {
  const part = async (name: string): Promise<string | null> => {
    const inner = await zip.read(name)
    return inner === null ? null : decodePart(inner, file)
  }
  const content = await part('content.xml')
  if (content === null) throw new PipelineError('E_READ_DAMAGED', { file, reason: 'its part content.xml is missing' })
  if (!/<office:text[\s/>]/.test(content)) throw new PipelineError('E_READ_UNSUPPORTED', { file, format: 'OpenDocument file that is no text' })
  const styleXml = (await part('styles.xml')) ?? ''
  const styles = readOdtStyles([styleXml, content], file, limits)
  const body = readBody(content, styles, file, limits)
  const heads = odtHeads(styleXml).map(({ isFoot, xml }) => ({ isFoot, blocks: readBody(xml, styles, file, limits) }))
  const lined = heads.map(head => ({ ...head, lines: linesOf(head.blocks) }))
  const read = headsToRead(lined, linesOf(body))
  const { blocks, encodings } = decodeBlocks([...read.flatMap(head => head.blocks), ...body])
  const { text, markup } = renderBlocks(blocks)
  const own = plainResult({
    format: 'docx',
    encoding: encodingName('utf-8', encodings),
    reader: 'odt',
    text,
    markup,
    notes: [...runningHeadNotes(lined, read), ...notesOf(zip), ...legacyNote(encodings)],
  })
  if (!own.notes.some(note => note.code === 'D_PICTURES')) return own
  return (await readScannedPages(own, await picturesOf(zip, content), file, limits)) ?? own
}

/**
 * Reads OpenDocument texts: paragraphs with the numbers of their lists and headings, tables, footnotes, boxes of text. Tracked changes are read as accepted;
 * running heads are named in a note and read where they hold the document's own
 * head; remarks are no part of the text. Throws `E_READ_DAMAGED`, `E_READ_ENCRYPTED`, `E_READ_INFLATED`, `E_READ_TOO_MANY_ENTRIES`,
 * `E_READ_TOO_DEEP`, and `E_READ_UNSUPPORTED` for tables and slides.
 */
export const readOdt: Reader = async (bytes, file, limits) => {
  const zip = await openZip(bytes, file, limits)
  return zip.entries.some(e => e.size > LARGE && e.name.endsWith('.xml')) ? readApart('odt')(bytes, file, limits) : read(zip, file, limits)
}

/** `readOdt` in this thread, however large the file is. */
export const readOdtHere: Reader = async (bytes, file, limits) => read(await openZip(bytes, file, limits), file, limits)
