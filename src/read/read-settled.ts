import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { PipelineError } from '../model/errors.js'
import type { ReadLimits } from './limits.js'

/** How often a file that is being written is read again. */
const MOST_TRIES = 5
/** File systems note times by the tick of the system: what was written so short a time ago may have been written once more under the same time. */
const TICK_MS = 20
/** What the system gives in one piece. */
const PAGE = 4096

const tooLarge = (file: string, bytes: bigint, limit: number): PipelineError =>
  new PipelineError('E_READ_TOO_LARGE', { file, bytes: String(bytes), limit: String(limit) })

/** What has no size beforehand (a pipe, a file of /proc) is read to its end or to the limit, whichever comes first. */
async function readWithin(handle: FileHandle, file: string, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of handle.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
    pieces.push(piece)
    length += piece.length
    if (length > limit) throw tooLarge(file, BigInt(length), limit)
  }
  return Buffer.concat(pieces)
}

/**
 * The bytes of a file as they stood at one time: where the file was written while it was read, or just before, it is read again. Throws `E_READ_CHANGING` when
 * it goes on being written, `E_READ_TOO_LARGE`, and `E_READ_DENIED` for a device, which may never end.
 */
export async function readSettled(path: string, file: string, limits: ReadLimits): Promise<Uint8Array> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (tries > 0) await pause(TICK_MS)
    const handle = await open(path, 'r')
    try {
      const before = await handle.stat({ bigint: true })
      if (before.isCharacterDevice() || before.isBlockDevice()) throw new PipelineError('E_READ_DENIED', { file, reason: 'it is a device, not a file' })
      if (before.size > BigInt(limits.maxBytes)) throw tooLarge(file, before.size, limits.maxBytes)
      const bytes = before.size > 0n || before.isDirectory() ? await handle.readFile() : await readWithin(handle, file, limits.maxBytes)
      const after = await handle.stat({ bigint: true })
      const isSame = before.size === after.size && before.mtimeNs === after.mtimeNs
      const isJustWritten = after.isFile() && after.size > PAGE && Math.abs(Date.now() - Number(after.mtimeMs)) < TICK_MS
      if (isSame && !isJustWritten) return bytes
    } finally {
      await handle.close()
    }
  }
  throw new PipelineError('E_READ_CHANGING', { file })
}
