import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PDFParse } from 'pdf-parse'

/** An affine map `[a, b, c, d, e, f]` as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number]

/** One run of text as pdf.js gives it. */
export interface PdfTextItem {
  readonly str: string
  readonly transform: Matrix
  readonly width: number
  readonly height: number
}

export interface PdfOperators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly (readonly unknown[] | null)[]
}

/** The part of pdf.js's page that is used here. */
export interface PdfPage {
  getViewport(options: { readonly scale: number }): { readonly width: number; readonly height: number; readonly transform: Matrix }
  getTextContent(): Promise<{ readonly items: readonly (PdfTextItem | { readonly type: string })[] }>
  getOperatorList(options: { readonly annotationMode: number }): Promise<PdfOperators>
  getAnnotations(): Promise<readonly { readonly subtype: string; readonly hasAppearance?: boolean; readonly rect: readonly [number, number, number, number] }[]>
  readonly commonObjs: { has(id: string): boolean; get(id: string): unknown }
  cleanup(): boolean
}

interface PdfProxy {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
}

/** An open PDF. */
export interface PdfDocument {
  readonly pageCount: number
  /** Gives a page to `use` and frees what pdf.js kept for it. Pages count from 1. */
  withPage<T>(number: number, use: (page: PdfPage) => Promise<T>): Promise<T>
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
  const folder = dirname(createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'))
  const inside = (name: string): string => `${join(folder, name)}/`
  return { standardFontDataUrl: inside('standard_fonts'), cMapUrl: inside('cmaps'), cMapPacked: true, wasmUrl: inside('wasm'), iccUrl: inside('iccs') }
}

/**
 * Opens a PDF with pdf-parse. Its `getText` keeps no places, so the document it loads is asked itself: `load` is what all its methods call first, and the version is
 * pinned. (A second copy of pdf.js beside the one inside pdf-parse would clash with it.) Rejects with the exceptions of pdf-parse.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  // pdf.js takes the buffer away from whoever gave it.
  const options = { isEvalSupported: false, maxImageSize: MOST_IMAGE_PIXELS }
  const parser = new PDFParse({ data: bytes.slice(), ...options })
  let drawing: PDFParse | null = null
  const proxy = await (parser as unknown as { load(): Promise<PdfProxy> }).load()
  return {
    pageCount: proxy.numPages,
    async withPage(number, use) {
      const page = await proxy.getPage(number)
      try {
        return await use(page)
      } finally {
        page.cleanup()
      }
    },
    async render(number, scale) {
      drawing ??= new PDFParse({ data: bytes.slice(), ...options, ...filesForDrawing() })
      const { pages } = await drawing.getScreenshot({ partial: [number], scale, imageBuffer: true, imageDataUrl: false })
      return pages[0]?.data ?? new Uint8Array()
    },
    async close() {
      await parser.destroy()
      await drawing?.destroy()
    },
  }
}
