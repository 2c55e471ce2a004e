import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PipelineError } from '../model/errors.js'
import { detectFormat } from './detect-format.js'
import type { ReadLimits } from './limits.js'
import { readFault } from './read-fault.js'
import { readSettled } from './read-settled.js'
import { listMembers, readMember } from './zip/members.js'
import { type OpenZip, openZip } from './zip/open-zip.js'

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/** The archive that was opened last: a batch reads its members one after another. */
let opened: { readonly key: string; readonly zip: Promise<OpenZip | null> } | null = null

async function unpack(file: string, limits: ReadLimits): Promise<OpenZip | null> {
  const bytes = await readSettled(file, file, limits)
  return (await detectFormat(bytes, file, limits)) === 'archive' ? openZip(bytes, file, limits) : null
}

/** Opens a file as an archive of documents, once for those who ask at a time; null when it is something else. */
async function openArchive(file: string, limits: ReadLimits): Promise<OpenZip | null> {
  const { size, mtimeMs } = await stat(file)
  const key = `${file}\0${size}\0${mtimeMs}\0${JSON.stringify(limits)}`
  if (opened?.key !== key) opened = { key, zip: unpack(file, limits) }
  try {
    return await opened.zip
  } catch (error) {
    // What was in the way (no handle was free) may be gone when it is asked for again.
    opened = null
    throw error
  }
}

/** Reads `folder/archive.zip/member.docx`: the nearest file above the path must be an archive that holds the rest of it. */
async function readFromArchive(file: string, limits: ReadLimits): Promise<Uint8Array | null> {
  for (let above = dirname(file); above !== dirname(above); above = dirname(above)) {
    const entry = await stat(above).catch(() => null)
    if (entry?.isDirectory()) return null
    if (!entry?.isFile()) continue
    const zip = await openArchive(above, limits)
    return zip && readMember(zip, file.slice(above.length + 1).replaceAll('\\', '/'), above, limits)
  }
  return null
}

/**
 * The bytes of a file, or of a document in an archive by the archive's path and its own. Throws `E_READ_MISSING`, `E_READ_DENIED`, `E_READ_FOLDER`,
 * `E_READ_TOO_LARGE`, `E_READ_CHANGING`, `E_SYSTEM_FILES`, and what unpacking throws. `from` is where the file stands when its name alone does not say.
 */
export async function readBytes(file: string, limits: ReadLimits, from: string = file): Promise<Uint8Array> {
  try {
    return await readSettled(from, file, limits)
  } catch (error) {
    const isThere = !['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')
    const member = isThere ? null : await readFromArchive(from, limits)
    if (member === null) throw readFault(error, file)
    if (member.length > limits.maxBytes) throw new PipelineError('E_READ_TOO_LARGE', { file, bytes: String(member.length), limit: String(limits.maxBytes) })
    return member
  }
}

/** The documents in a file that is an archive, each by a path that `readBytes` takes; null for any other file. Throws as opening an archive does. */
export async function documentsIn(file: string, limits: ReadLimits): Promise<string[] | null> {
  try {
    const zip = await openArchive(file, limits)
    return zip && (await listMembers(zip, file, limits)).map(path => `${file}/${path}`)
  } catch (error) {
    throw readFault(error, file)
  }
}
