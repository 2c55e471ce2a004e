import { join } from 'node:path'
import type { PDFParse } from 'pdf-parse'
import { loadPdfjs, pdfjsFolder } from './pdfjs.js'

/** An affine map `[a, b, c, d, e, f]` as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number]

export interface PdfOperators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly (readonly unknown[] | null)[]
}

/** The part of pdf.js's page that is used here. */
export interface PdfPage {
  getViewport(options: { readonly scale: number }): { readonly width: number; readonly height: number; readonly transform: Matrix }
  getOperatorList(options: { readonly annotationMode: number }): Promise<PdfOperators>
  readonly commonObjs: { has(id: string): boolean; get(id: string): unknown }
  cleanup(): boolean
}

interface PdfProxy {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
  readonly _transport: { readonly fontLoader: { bind(font: unknown): Promise<void> } }
}

/** An open PDF. */
export interface PdfDocument {
  readonly pageCount: number
  /** Gives a page without its pictures to `use` and frees what pdf.js kept for it. Pages count from 1. */
  withPage<T>(number: number, use: (page: PdfPage) => Promise<T>): Promise<T>
  /** The same with its pictures, which are unpacked for it. */
  withPictures<T>(number: number, use: (page: PdfPage) => Promise<T>): Promise<T>
  /** The page as a PNG of `scale` × 72 dpi. */
  render(number: number, scale: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** A larger picture is left out of the drawn page. */
const MOST_IMAGE_PIXELS = 120e6

/**
 * pdf.js's own fonts, character maps and decoders of pictures, which it reads from files: without them unembedded fonts and JPEG 2000 scans are not drawn.
 * For text they are of no use and cost more than the reading.
 */
function filesForDrawing(): Readonly<Record<string, string | boolean>> {
  const inside = (name: string): string => `${join(pdfjsFolder(), name)}/`
  return { standardFontDataUrl: inside('standard_fonts'), cMapUrl: inside('cmaps'), cMapPacked: true, wasmUrl: inside('wasm'), iccUrl: inside('iccs') }
}

/** Words and lines need no pictures. Letters are said to be drawn by a browser: else pdf.js takes the outlines of all of them out of the file's fonts, which costs more than reading the text. */
const forReading = { disableFontFace: false, maxImageSize: 0 }

/** pdf.js would hand the fonts of a page to the browser, each of them packed anew; there is none. */
function keepFontsUnpacked(proxy: PdfProxy): void {
  proxy._transport.fontLoader.bind = async () => {}
}

const load = (parser: PDFParse): Promise<PdfProxy> => (parser as unknown as { load(): Promise<PdfProxy> }).load()

async function usePage<T>(proxy: PdfProxy, number: number, use: (page: PdfPage) => Promise<T>): Promise<T> {
  const page = await proxy.getPage(number)
  try {
    return await use(page)
  } finally {
    page.cleanup()
  }
}

/**
 * Opens a PDF with pdf-parse. Its `getText` keeps no places, so the document it loads is asked itself: `load` is what all its methods call first, and the version is
 * pinned. Rejects with the exceptions of pdf-parse.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const pdfjs = await loadPdfjs()
  // pdf.js takes the buffer away from whoever gave it.
  const open = (options: object): PDFParse => new pdfjs.PDFParse({ data: bytes.slice(), isEvalSupported: false, ...options })
  const worker = pdfjs.startWorker()
  const parser = open({ ...forReading, worker })
  let drawing: { readonly parser: PDFParse; readonly proxy: Promise<PdfProxy> } | null = null
  // Pages are read side by side; loading gives the bytes away and must be begun only once.
  const forDrawing = () => {
    if (drawing === null) {
      const parser = open({ maxImageSize: MOST_IMAGE_PIXELS, ...filesForDrawing() })
      drawing = { parser, proxy: load(parser) }
    }
    return drawing
  }
  const proxy = await load(parser).catch((error: unknown) => {
    worker.destroy()
    throw error
  })
  keepFontsUnpacked(proxy)
  return {
    pageCount: proxy.numPages,
    withPage: (number, use) => usePage(proxy, number, use),
    withPictures: async (number, use) => usePage(await forDrawing().proxy, number, use),
    async render(number, scale) {
      await forDrawing().proxy
      const { pages } = await forDrawing().parser.getScreenshot({ partial: [number], scale, imageBuffer: true, imageDataUrl: false })
      return pages[0]?.data ?? new Uint8Array()
    },
    async close() {
      await parser.destroy()
      worker.destroy()
      await drawing?.parser.destroy()
    },
  }
}
