import { createReadStream } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { PipelineError } from '../../model/errors.js'
import { systemReason } from '../../model/system-reason.js'
import type { QueuedFile } from './open-queue.js'

/** The key of a line: a path below the root, also as the URL of an object (`s3://bucket/2024/a.pdf` is `2024/a.pdf`). */
const keyOf = (line: string): string => line.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*\//i, '').replace(/^\/+/, '')

/** A document of a listing, or why it cannot be one: a key that leads out of the root is no document of it. */
function toFile(line: string, root: string): QueuedFile | PipelineError {
  const key = keyOf(line)
  const path = resolve(root, key)
  const way = relative(root, path)
  if (way === '' || way.startsWith(`..${sep}`) || way === '..') return new PipelineError('E_READ_OUTSIDE', { file: line })
  return { path, file: join('/', key).slice(1), key }
}

/**
 * Reads a listing, one key or URL a line, without holding it: blank lines and keys of folders (`2024/`) are left out.
 * Throws `E_READ_MISSING` and `E_READ_DENIED`.
 */
export async function* readListing(listing: string, root: string): AsyncGenerator<QueuedFile | { readonly line: string; readonly fault: PipelineError }> {
  const input = listing === '-' ? process.stdin : createReadStream(listing, 'utf8')
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const printed = line.trim()
      if (printed === '' || printed.endsWith('/')) continue
      const file = toFile(printed, resolve(root))
      yield file instanceof PipelineError ? { line: printed, fault: file } : file
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new PipelineError(code === 'ENOENT' ? 'E_READ_MISSING' : 'E_READ_DENIED', { file: listing, reason: systemReason(error) }, { cause: error })
  }
}
