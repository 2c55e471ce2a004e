import { PipelineError } from '../../model/errors.js'
import { detectFormat } from '../detect-format.js'
import type { ReadLimits } from '../limits.js'
import { type OpenZip, openZip } from './open-zip.js'

/** A document within an archive: its path there, archives within it included (`2025.zip/plan.docx`), and its bytes. */
export interface Member {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What packing programs and file managers add. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i

/** Names that say plainly that they are documents; any other member is looked into for being an archive itself. */
const DOCUMENT = /\.(?:docx?|odt|rtf|pdf|txt|md|html?|mht|mhtml|png|jpe?g|tiff?)$/i

async function innerZip(zip: OpenZip, name: string, file: string, limits: ReadLimits, depth: number): Promise<OpenZip | null> {
  if (DOCUMENT.test(name)) return null
  const bytes = await zip.read(name)
  if (bytes === null || (await detectFormat(bytes, `${file}/${name}`, limits)) !== 'archive') return null
  if (depth >= limits.maxArchives) throw new PipelineError('E_READ_TOO_DEEP', { file: `${file}/${name}`, limit: String(limits.maxArchives) })
  return openZip(bytes, `${file}/${name}`, limits)
}

/**
 * The paths of all documents in an archive, those of archives within it too, in the archive's order. Throws what opening throws, `E_READ_TOO_DEEP` for
 * archives nested beyond the limit, and `E_READ_TOO_MANY_ENTRIES` when all together are too many.
 */
export async function listMembers(zip: OpenZip, file: string, limits: ReadLimits, depth = 1): Promise<string[]> {
  const paths: string[] = []
  for (const { name, isEncrypted } of zip.entries) {
    if (LITTER.test(name)) continue
    // What is locked is listed, so that reading it says so.
    const inner = isEncrypted ? null : await innerZip(zip, name, file, limits, depth)
    if (inner) paths.push(...(await listMembers(inner, `${file}/${name}`, limits, depth + 1)).map(path => `${name}/${path}`))
    else paths.push(name)
    if (paths.length > limits.maxEntries)
      throw new PipelineError('E_READ_TOO_MANY_ENTRIES', { file, entries: String(paths.length), limit: String(limits.maxEntries) })
  }
  return paths
}

/** The bytes of a document by its path in an archive; null when there is none. Throws as `listMembers`. */
export async function readMember(zip: OpenZip, path: string, file: string, limits: ReadLimits, depth = 1): Promise<Uint8Array | null> {
  const own = await zip.read(path)
  if (own) return own
  const parts = path.split('/')
  for (let n = parts.length - 1; n > 0; n--) {
    const name = parts.slice(0, n).join('/')
    const inner = zip.entries.some(e => e.name === name) ? await innerZip(zip, name, file, limits, depth) : null
    if (inner) return readMember(inner, parts.slice(n).join('/'), `${file}/${name}`, limits, depth + 1)
  }
  return null
}
