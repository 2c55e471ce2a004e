import { isUtf8 } from 'node:buffer'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { PipelineError } from '../../model/errors.js'
import type { ReadLimits } from '../limits.js'

/** One file of a zip. */
export interface ZipEntry {
  readonly name: string
  /** Bytes when it is unpacked, as the zip says; reading fails when that is not true. */
  readonly size: number
  readonly isEncrypted: boolean
}

/** The parts of a zip that is in memory. Nothing is ever written to disk, so a part's name is a name and no path. */
export interface OpenZip {
  readonly entries: readonly ZipEntry[]
  /** Unpacks a part; null when there is none of that name. Throws `E_READ_ENCRYPTED`, `E_READ_DAMAGED`. */
  read(name: string): Promise<Uint8Array | null>
}

/** Packed office files shrink to a tenth, rarely to a fortieth; only what is made to fill memory goes far beyond. */
const MOST_RATIO = 200
/** Unpacked bytes below which no ratio is suspicious: a blank table of 10,000 rows packs well. */
const HARMLESS = 32 * 1024 * 1024

const reasonOf = (error: unknown): string => String((error as Error).message).replace(/\.$/, '')

const inflate = promisify(inflateRaw)

/** Packing methods of the format: as it is, and deflated. No office program writes another. */
const METHOD = { stored: 0, deflated: 8 } as const

/** A part of at most as many bytes as the zip says. The whole zip is in memory, so a part is unpacked in one piece: a stream of it costs a small file more than reading it. */
async function unpack(zip: ZipFile, bytes: Buffer, entry: Entry, file: string): Promise<Uint8Array> {
  const damaged = (reason: string, cause?: unknown): PipelineError =>
    new PipelineError('E_READ_DAMAGED', { file, reason: `its part ${entry.fileName} cannot be unpacked (${reason})` }, { cause })
  const { compressionMethod, compressedSize, uncompressedSize } = entry
  if (compressionMethod !== METHOD.stored && compressionMethod !== METHOD.deflated) throw damaged(`it is packed by method ${compressionMethod}`)
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const packed = bytes.subarray(fileDataStart, fileDataStart + compressedSize)
    const part = compressionMethod === METHOD.stored ? packed : await inflate(packed, { maxOutputLength: Math.max(1, uncompressedSize) })
    if (part.length !== uncompressedSize) throw new Error(`it has ${part.length} bytes and not ${uncompressedSize}`)
    return part
  } catch (error) {
    throw damaged(reasonOf(error), error)
  }
}

/** A part's name. Many packing programs write UTF-8 and do not say so; yauzl, as the format asks, then reads the code page of 1981. Separators are the same bytes in both. */
function nameOf({ fileName, fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const saysSo = (generalPurposeBitFlag & 0x800) !== 0
  const isPlain = fileNameRaw.every(byte => byte < 0x80)
  return saysSo || isPlain || !isUtf8(fileNameRaw) ? fileName : fileNameRaw.toString('utf8').replaceAll('\\', '/')
}

/**
 * Opens a zip in memory and checks what it says it holds before anything is unpacked. Throws `E_READ_DAMAGED` (also for names that lead out of
 * the archive), `E_READ_TOO_MANY_ENTRIES`, `E_READ_INFLATED`.
 */
export function openZip(bytes: Uint8Array, file: string, limits: ReadLimits): Promise<OpenZip> {
  const known = opened.get(bytes)
  if (known?.file === file && known.limits === limits) return known.zip
  const zip = open(bytes, file, limits)
  opened.set(bytes, { file, limits, zip })
  return zip
}

/** What a format is told by is what it is read from: the list of parts is not read twice. */
const opened = new WeakMap<Uint8Array, { readonly file: string; readonly limits: ReadLimits; readonly zip: Promise<OpenZip> }>()

async function open(bytes: Uint8Array, file: string, limits: ReadLimits): Promise<OpenZip> {
  const found = new Map<string, Entry>()
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let zip: ZipFile
  let inflated = 0
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true })
    if (zip.entryCount > limits.maxEntries)
      throw new PipelineError('E_READ_TOO_MANY_ENTRIES', { file, entries: String(zip.entryCount), limit: String(limits.maxEntries) })
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      found.set(nameOf(entry), entry)
      inflated += entry.uncompressedSize
    }
  } catch (error) {
    if (error instanceof PipelineError) throw error
    throw new PipelineError('E_READ_DAMAGED', { file, reason: `its list of parts is broken (${reasonOf(error)})` }, { cause: error })
  }
  const limit = Math.min(limits.maxInflated, Math.max(HARMLESS, bytes.length * MOST_RATIO))
  if (inflated > limit) throw new PipelineError('E_READ_INFLATED', { file, limit: String(limit) })
  return {
    entries: [...found].map(([name, e]) => ({ name, size: e.uncompressedSize, isEncrypted: e.isEncrypted() })),
    async read(name) {
      const entry = found.get(name)
      if (!entry) return null
      if (entry.isEncrypted()) throw new PipelineError('E_READ_ENCRYPTED', { file })
      return unpack(zip, buffer, entry, file)
    },
  }
}
