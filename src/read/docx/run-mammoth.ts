import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { PipelineError } from '../../model/errors.js'
import type { ReadLimits } from '../limits.js'

/** The parts of a document that mammoth reads, by their names. */
export type Parts = ReadonlyMap<string, string>

/** mammoth takes an opened package as `file`, which its types do not say. */
const asInput = (parts: Parts): { buffer: Buffer } => {
  const file = {
    exists: (name: string): boolean => parts.has(name),
    read: async (name: string): Promise<string> => parts.get(name) ?? '',
    write: (): void => {},
  }
  return { file } as unknown as { buffer: Buffer }
}

const OPTIONS = { ignoreEmptyParagraphs: false, includeEmbeddedStyleMap: false }

async function runHere(parts: Parts, styleMap: readonly string[]): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml(asInput(parts), {
    ...OPTIONS,
    styleMap: [...styleMap],
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  })
  return value
}

/** What runs in the thread: mammoth over the parts that it is sent, the same as `runHere`. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads')
const mammoth = require(workerData.mammoth)
const { parts } = workerData
const file = { exists: name => parts.has(name), read: async name => parts.get(name) ?? '', write() {} }
mammoth.convertToHtml({ file }, { ...workerData.options, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
  .then(({ value }) => parentPort.postMessage({ value }), error => parentPort.postMessage({ error: String(error.message) }))
`

/** Memory that the thread may take: what 12 MB of XML need at most, with half as much again. */
const MOST_MEGABYTES = 2048

function runInThread(parts: Parts, styleMap: readonly string[], file: string, limits: ReadLimits): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, {
      eval: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      workerData: { parts, mammoth: createRequire(import.meta.url).resolve('mammoth'), options: { ...OPTIONS, styleMap } },
    })
    const timer = setTimeout(() => end(() => reject(new PipelineError('E_READ_TIMEOUT', { file, limit: String(limits.maxSeconds) }))), limits.maxSeconds * 1000)
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      void worker.terminate()
      settle()
    }
    worker.once('message', ({ value, error }: { value?: string; error?: string }) =>
      end(() => (value === undefined ? reject(new Error(error)) : resolve(value))),
    )
    worker.once('error', error => end(() => reject(error)))
  })
}

/** Characters of the text's part beyond which mammoth may take seconds and hundreds of megabytes: it is run apart, where it can be stopped. */
const LARGE = 1024 * 1024

/**
 * Turns parts into HTML with mammoth. A large document is read in a thread of its own that ends at the limits of time and memory. Throws `E_READ_TIMEOUT`, and
 * `E_READ_DAMAGED` for what mammoth cannot read.
 */
export async function runMammoth(parts: Parts, styleMap: readonly string[], file: string, limits: ReadLimits): Promise<string> {
  let size = 0
  for (const xml of parts.values()) size += xml.length
  try {
    return size > LARGE ? await runInThread(parts, styleMap, file, limits) : await runHere(parts, styleMap)
  } catch (error) {
    if (error instanceof PipelineError) throw error
    const reason = String((error as Error).message).split('\n')[0]
    throw new PipelineError('E_READ_DAMAGED', { file, reason: `it is no Word document that can be read (${reason})` }, { cause: error })
  }
}
