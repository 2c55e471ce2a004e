import { createHash } from 'node:crypto'
import { PipelineError } from '../model/errors.js'
import type { RawText } from '../model/source.js'
import { detectFormat } from './detect-format.js'
import { lostLetters } from './encoding/lost-letters.js'
import { vietnameseShare } from './encoding/vietnamese.js'
import { defaultLimits, type ReadLimits } from './limits.js'
import { readBytes } from './read-bytes.js'
import { readers } from './readers.js'
import { listMembers, readMember } from './zip/members.js'
import { openZip } from './zip/open-zip.js'

function longestLine(text: string): number {
  let longest = 0
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    longest = Math.max(longest, end - at)
    at = end + 1
  }
  return longest
}

/** Below this share of possible syllables a text of some length is not Vietnamese, or its encoding is damaged. */
const LEAST_SHARE = 0.6

/** Above this share of words with question marks for letters, figures would be read without the words that say what they are. */
const MOST_LOST = 0.05

/** Names of members that a message shows. */
const SHOWN = 5

/** The document of an archive that holds just one. Throws `E_READ_ARCHIVE`, naming what it holds, for one with several. */
async function readOnlyMember(bytes: Uint8Array, file: string, limits: ReadLimits): Promise<RawText> {
  const zip = await openZip(bytes, file, limits)
  const members = await listMembers(zip, file, limits)
  if (members.length > 1) {
    const names = members.slice(0, SHOWN).join(', ') + (members.length > SHOWN ? ', …' : '')
    throw new PipelineError('E_READ_ARCHIVE', { file, count: String(members.length), members: names })
  }
  const [path] = members
  const member = path === undefined ? null : await readMember(zip, path, file, limits)
  if (path === undefined || member === null) throw new PipelineError('E_READ_EMPTY', { file })
  return readDocument(member, `${file}/${path}`, limits)
}

/**
 * Reads a document's bytes by their content. Throws `PipelineError` with the codes of `readDocumentFile`, but for those of the file system.
 * `file` names the document in messages and, among plain texts, tells Markdown.
 */
export async function readDocument(bytes: Uint8Array, file: string, limits: ReadLimits = defaultLimits): Promise<RawText> {
  if (bytes.length === 0) throw new PipelineError('E_READ_EMPTY', { file })
  const format = await detectFormat(bytes, file, limits)
  if (format === 'archive') return readOnlyMember(bytes, file, limits)
  const result = await readers[format](bytes, file, limits)
  const { text } = result
  if (text.trim() === '') throw new PipelineError('E_READ_EMPTY', { file })
  const line = longestLine(text)
  if (line > limits.maxLine) throw new PipelineError('E_READ_LINE_TOO_LONG', { file, length: String(line), limit: String(limits.maxLine) })
  const share = vietnameseShare(text)
  const isVietnamese = share.words < 8 || (share.valid >= share.words * LEAST_SHARE && share.marked >= share.words * 0.1)
  if (!isVietnamese) throw new PipelineError('E_READ_NOT_VIETNAMESE', { file, share: `${Math.round((100 * share.valid) / share.words)} %` })
  const lost = lostLetters(text)
  if (lost > MOST_LOST)
    throw new PipelineError('E_READ_DAMAGED', { file, reason: `question marks stand in ${Math.round(100 * lost)} % of its words where letters were lost` })
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), ...result }
}

/**
 * Reads a file by its content into decoded text with its hash; `from` is where it stands when its name alone does not say. Throws `PipelineError`: `E_READ_MISSING`, `E_READ_DENIED`, `E_READ_FOLDER`, `E_READ_EMPTY`,
 * `E_READ_BINARY`, `E_READ_ENCODING`, `E_READ_ENCRYPTED`, `E_READ_DAMAGED`, `E_READ_ARCHIVE`, `E_READ_UNSUPPORTED`, `E_READ_TOOL`, `E_READ_NOT_VIETNAMESE`, and those of the
 * limits: `E_READ_TOO_LARGE`, `E_READ_LINE_TOO_LONG`, `E_READ_TOO_MANY_PAGES`, `E_READ_INFLATED`, `E_READ_TOO_MANY_ENTRIES`, `E_READ_TOO_DEEP`, `E_READ_TIMEOUT`.
 */
export async function readDocumentFile(file: string, limits: ReadLimits = defaultLimits, from: string = file): Promise<RawText> {
  return readDocument(await readBytes(file, limits, from), file, limits)
}
