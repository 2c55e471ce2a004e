import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PDFParse } from 'pdf-parse'
import { portPair } from './same-thread-ports.js'

/** What pdf.js calls a worker: the side that parses, wherever it runs. */
export interface PdfWorker {
  destroy(): void
}

/** pdf-parse, and the parts of the pdf.js inside it that it does not pass on. */
export interface Pdfjs {
  readonly PDFParse: typeof PDFParse
  /** A parsing side in this thread, which hands over what it read as it is. */
  startWorker(): PdfWorker
}

/** Where the pdf.js is that pdf-parse uses. A second copy would clash with it. */
export const pdfjsFolder = (): string => dirname(createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'))

const load = (name: string) => import(pathToFileURL(join(pdfjsFolder(), 'legacy', 'build', name)).href)

/**
 * The build of pdf.js that pdf-parse uses brings its own `push` of arrays and its own parser of JSON for engines older than the newest, Node 20 among them, and puts them in place of
 * the language's for everybody: many times slower, and a seventh of the time of reading a PDF. Nothing in pdf.js needs them.
 */
async function keepingNatives<T>(load: () => Promise<T>): Promise<T> {
  const { push } = Array.prototype
  const { parse } = JSON
  try {
    return await load()
  } finally {
    Array.prototype.push = push
    JSON.parse = parse
  }
}

let loaded: Promise<Pdfjs> | null = null

/** Loads pdf-parse, once, when the first PDF is to be read. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= keepingNatives(async () => {
    const { PDFParse } = await import('pdf-parse')
    const { PDFWorker } = await load('pdf.mjs')
    const { WorkerMessageHandler } = await load('pdf.worker.mjs')
    const startWorker = (): PdfWorker => {
      const { asker, answerer } = portPair()
      const worker = PDFWorker.create({ port: asker, verbosity: 0 })
      WorkerMessageHandler.initializeFromPort(answerer)
      return worker
    }
    return { PDFParse, startWorker }
  })
  return loaded
}
