import type { Diagnostic } from '../../model/diagnostic.js'
import { PipelineError } from '../../model/errors.js'
import { htmlToBlocks } from '../html/html-to-blocks.js'
import { parsePage } from '../html/parse-page.js'
import { decodeBlocks } from '../layout/decode-blocks.js'
import { renderBlocks } from '../layout/render-blocks.js'
import { runningHeadNotes } from '../layout/running-heads.js'
import { decodePart, walkXml } from '../layout/xml-part.js'
import type { ReadLimits } from '../limits.js'
import { readScannedPages } from '../ocr/read-scanned-pages.js'
import { plainResult, type Reader, type ReadResult } from '../reader.js'
import { LARGE, readApart } from '../thread/large.js'
import { encodingName, legacyNote } from '../word/notes.js'
import { type OpenZip, openZip } from '../zip/open-zip.js'
import { fontOfClass, fontStyleMap, namesFontStyle } from './font-classes.js'
import { createNumberTeller } from './numbering.js'
import { picturePaths } from './pictures.js'
import { rewriteBody } from './rewrite-body.js'
import { type Parts, runMammoth } from './run-mammoth.js'
import { readWordHead, type WordHead, withDocumentHead } from './running-heads.js'
import { readStyles } from './styles.js'

/** Characters of a part that mammoth makes a tree of, 120 bytes of memory for each: some 1000 pages. */
const MOST_TREE = 12 * 1024 * 1024

async function partOf(zip: OpenZip, name: string, file: string): Promise<string | null> {
  const bytes = await zip.read(name)
  if (bytes === null) return null
  if (bytes.length > MOST_TREE) throw new PipelineError('E_READ_INFLATED', { file, limit: String(MOST_TREE) })
  return decodePart(bytes, file)
}

/** The main part, which need not be `word/document.xml`: the package's relations name it. */
function mainPart(relations: string | null, file: string, limits: ReadLimits): string {
  let target: string | null = null
  if (relations !== null)
    walkXml(relations, file, limits, () => ({
      open(_name, attribs) {
        if (/\/officeDocument$/.test(attribs.Type ?? '')) target ??= (attribs.Target ?? '').replace(/^\//, '') || null
      },
    }))
  return target ?? 'word/document.xml'
}

const NOTES = ['word/footnotes.xml', 'word/endnotes.xml']

const relationsOf = (main: string): string => `${main.replace(/[^/]*$/, '')}_rels/${main.replace(/^.*\//, '')}.rels`

/** A document's running heads and feet. */
async function headsOf(zip: OpenZip, file: string, limits: ReadLimits): Promise<WordHead[]> {
  const heads: WordHead[] = []
  for (const { name } of zip.entries) {
    const kind = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1]
    const xml = kind === undefined ? null : await partOf(zip, name, file)
    if (xml !== null) heads.push(readWordHead(xml, kind === 'footer', file, limits))
  }
  return heads
}

async function rewriteParts(
  zip: OpenZip,
  main: string,
  file: string,
  limits: ReadLimits,
): Promise<{ readonly parts: Parts; readonly notes: readonly Diagnostic[] }> {
  const plain = await partOf(zip, main, file)
  if (plain === null) throw new PipelineError('E_READ_DAMAGED', { file, reason: `its part ${main} is missing` })
  const heads = await headsOf(zip, file, limits)
  const { body, read } = withDocumentHead(plain, heads)
  const styleXml = await partOf(zip, 'word/styles.xml', file)
  const styles = readStyles(styleXml, file, limits)
  const tell = createNumberTeller(await partOf(zip, 'word/numbering.xml', file), styles, file, limits)
  const parts = new Map([[main, rewriteBody(body, styles, tell, file, limits)]])
  for (const name of NOTES) {
    const xml = await partOf(zip, name, file)
    if (xml !== null) parts.set(name, rewriteBody(xml, styles, null, file, limits))
  }
  const small = ['[Content_Types].xml', '_rels/.rels', relationsOf(main), 'word/_rels/footnotes.xml.rels', 'word/_rels/endnotes.xml.rels']
  for (const name of small) {
    const xml = await partOf(zip, name, file)
    if (xml === null) continue
    walkXml(xml, file, limits, () => ({}))
    parts.set(name, xml)
  }
  return { parts, notes: runningHeadNotes(heads, read) }
}

/** The pictures of a document, unpacked. Those that the call's limits do not allow are not reached: the zip's sizes are checked before. */
async function picturesOf(zip: OpenZip, main: string, file: string, limits: ReadLimits): Promise<Uint8Array[]> {
  const body = await partOf(zip, main, file)
  const relations = await partOf(zip, relationsOf(main), file)
  if (body === null || relations === null) return []
  const pictures: Uint8Array[] = []
  for (const path of picturePaths(body, relations, main, file, limits)) {
    const bytes = await zip.read(path)
    if (bytes) pictures.push(bytes)
  }
  return pictures
}

/** What the package holds beside text. None of it is run or followed. */
function notesOf(zip: OpenZip): Diagnostic[] {
  const count = (pattern: RegExp): number => zip.entries.filter(e => pattern.test(e.name)).length
  const notes: Diagnostic[] = []
  const pictures = count(/^word\/media\/[^/]+\.(?:png|jpe?g|tiff?|bmp|gif|emf|wmf)$/i)
  if (pictures > 0)
    notes.push({ code: 'D_PICTURES', severity: 'info', message: `The document holds ${pictures} pictures; what they show is not read.`, span: null })
  if (count(/\/vbaProject\.bin$/i) > 0)
    notes.push({ code: 'D_MACROS', severity: 'warning', message: 'The document holds macros, which were not run.', span: null })
  const embedded = count(/^word\/embeddings\//)
  if (embedded > 0)
    notes.push({ code: 'D_EMBEDDED', severity: 'info', message: `The document holds ${embedded} embedded files, which were not read.`, span: null })
  return notes
}

async function read(zip: OpenZip, file: string, limits: ReadLimits): Promise<ReadResult> {
  const main = mainPart(await partOf(zip, '_rels/.rels', file), file, limits)
  const { parts, notes } = await rewriteParts(zip, main, file, limits)
  const html = await runMammoth(parts, [...parts.values()].some(namesFontStyle) ? fontStyleMap : [], file)
  const { blocks, encodings } = decodeBlocks(htmlToBlocks(parsePage(html, file, limits), { fontOf: element => fontOfClass(element.attribs.class) }))
  const { text, markup } = renderBlocks(blocks)
  const own = plainResult({
    format: 'docx',
    encoding: encodingName('utf-8', encodings),
    reader: 'mammoth',
    text,
    markup,
    notes: [...notes, ...notesOf(zip), ...legacyNote(encodings)],
  })
  if (!own.notes.some(note => note.code === 'D_PICTURES')) return own
  return (await readScannedPages(own, await picturesOf(zip, main, file, limits), file, limits)) ?? own
}

/**
 * Reads Word files since 2007 with mammoth: paragraphs, tables, footnotes, bold. Before that the numbers of its lists, its boxes of text, capitals
 * by format are written out and hidden words left out. Pages that are pictures are read by OCR where there is hardly a word beside them. Tracked changes are read as accepted; running heads are named in a note and read where they hold the document's own head; remarks are no part of the text.
 * Throws `E_READ_DAMAGED`, `E_READ_ENCRYPTED`, `E_READ_INFLATED`, `E_READ_TOO_MANY_ENTRIES`, `E_READ_TOO_DEEP`, `E_READ_TIMEOUT`,
 * `E_READ_TOOL`.
 */
export const readDocx: Reader = async (bytes, file, limits) => {
  const zip = await openZip(bytes, file, limits)
  return zip.entries.some(e => e.size > LARGE && e.name.endsWith('.xml')) ? readApart('docx')(bytes, file, limits) : read(zip, file, limits)
}

/** `readDocx` in this thread, however large the file is. */
export const readDocxHere: Reader = async (bytes, file, limits) => read(await openZip(bytes, file, limits), file, limits)
