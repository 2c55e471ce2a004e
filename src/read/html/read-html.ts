import type { Element } from 'domhandler'
import type { Diagnostic } from '../../model/diagnostic.js'
import { PipelineError } from '../../model/errors.js'
import { decodeText, undecodedText } from '../encoding/decode-text.js'
import type { FontNature } from '../encoding/fonts.js'
import { decodeBlocks } from '../layout/decode-blocks.js'
import { renderBlocks } from '../layout/render-blocks.js'
import type { ReadLimits } from '../limits.js'
import { plainResult, type Reader, type ReadResult } from '../reader.js'
import { LARGE, readApart } from '../thread/large.js'
import { legacyNote } from '../word/notes.js'
import { findBody, type PageBody } from './find-body.js'
import { htmlToBlocks } from './html-to-blocks.js'
import { pageFonts } from './page-fonts.js'
import { parsePage } from './parse-page.js'
import { readProperties } from './read-properties.js'
import { matchesName, siteOf, sites } from './sites.js'

/** Bytes of a page beyond which it is none: the tree of it takes forty times the memory. The largest decrees have 6 MB. */
const MOST_HTML = 32 * 1024 * 1024

/** Names of what sites put among the text: sharing, remarks of readers, advertisements. */
const FURNITURE =
  /(?:^|[-_\s])(?:share|social|breadcrumbs?|sidebar|related|lien-?quan|advert\w*|quang-?cao|banner|comments?|binh-?luan|menu|popup|modal|tooltip|login|dang-?nhap|rating|danh-?gia|pagination|print|toolbar|hotline)(?:$|[-_\s\d])/i

/** What is left out of the text: what is named so, unless it holds much of it. */
function furnitureOf({ root, isPage, left }: PageBody): (element: Element) => boolean {
  if (!isPage) return () => false
  const known = sites.flatMap(s => s.furniture)
  const size = root.endIndex !== null && root.startIndex !== null ? root.endIndex - root.startIndex : 0
  const isLarge = (element: Element): boolean =>
    size > 0 && element.endIndex !== null && element.startIndex !== null && element.endIndex - element.startIndex > size * 0.3
  return element => {
    if (left.has(element) || known.some(name => matchesName(element, name))) return true
    if (['header', 'footer', 'aside'].includes(element.name) && !isLarge(element)) return true
    return FURNITURE.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`) && !isLarge(element)
  }
}

function notesOf(page: PageBody, whole: number, kept: number): Diagnostic[] {
  if (!page.isPage || page.site !== null) return []
  const message = `The page is of no known law site: its text was told from the rest by how it is built (${kept} of ${whole} characters).`
  return [{ code: 'D_UNKNOWN_SITE', severity: 'info', message, span: null }]
}

interface DecodedPage {
  readonly html: string
  readonly encoding: string
  readonly fontOf: ((element: Element) => FontNature | null) | null
}

/** A page that names fonts from before Unicode is decoded by them when its words are known, any other by its words at once. */
function decodePage(bytes: Uint8Array, file: string): DecodedPage {
  const asWritten = undecodedText(bytes)
  const fontOf = pageFonts(asWritten.text)
  if (fontOf) return { html: asWritten.text, encoding: asWritten.encoding, fontOf }
  const { text, encoding } = decodeText(bytes, file)
  return { html: text, encoding, fontOf }
}

/**
 * Reads the bytes of a page: finds the document's text in what the site has put around it, and the site's own description of the document.
 * Nothing of the page is run or fetched.
 */
export function readPage(bytes: Uint8Array, reader: string, file: string, limits: ReadLimits): ReadResult {
  const { html, encoding, fontOf } = decodePage(bytes, file)
  const document = parsePage(html, file, limits)
  const host = siteOf(html.slice(0, 20_000))
  const page = findBody(document, html, host)
  const { blocks, encodings } = decodeBlocks(htmlToBlocks(page.root, { skip: furnitureOf(page), ...(fontOf && { fontOf }) }))
  const { text, markup } = renderBlocks(blocks)
  const siteMetadata = page.isPage ? readProperties(document, page, host ?? page.site?.name ?? null) : null
  return plainResult({
    format: 'html',
    encoding: [encoding, ...encodings].join('+'),
    reader,
    text,
    markup,
    siteMetadata,
    notes: [...notesOf(page, html.length, text.length), ...legacyNote(encodings)],
  })
}

/** Reads web pages as a browser or an office program saved them; the encoding that a page names for itself counts for nothing, its letters do. Throws `E_READ_TOO_LARGE`, `E_READ_TOO_DEEP`, `E_READ_ENCODING`. */
export const readHtmlHere: Reader = async (bytes, file, limits) => {
  if (bytes.length > MOST_HTML) throw new PipelineError('E_READ_TOO_LARGE', { file, bytes: String(bytes.length), limit: String(MOST_HTML) })
  return readPage(bytes, 'html', file, limits)
}

/** `readHtmlHere`, in a thread for a large page. Throws also `E_READ_TIMEOUT`. */
export const readHtml: Reader = (bytes, file, limits) => (bytes.length > LARGE ? readApart('html') : readHtmlHere)(bytes, file, limits)
