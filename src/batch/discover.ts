import type { Dirent } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { PipelineError } from '../model/errors.js'
import { defaultLimits, type ReadLimits } from '../read/limits.js'
import { documentsIn } from '../read/read-bytes.js'
import { isOutOfFiles, readFault } from '../read/read-fault.js'
import { isPostgresUrl, printableUrl } from '../store/printable-url.js'
import type { SourceName } from '../store/write-document.js'
import { whyLeftOut } from './left-out.js'
import { readAhead } from './threads/read-ahead.js'

/** A file to read, or why it is not read. */
export type Discovered = SourceName & {
  readonly fault: PipelineError | null
  /** Where it stands, when its name does not lead there from here. */
  readonly from?: string
  /** Why it is left out on purpose. */
  readonly skipped?: string
}

const named = (file: string, fault: PipelineError | null = null): Discovered => ({ path: resolve(file), file: file.split(sep).join('/'), fault })

/** A file that cannot be read, with the reason; throws what would meet every other file too. */
function faulty(file: string, error: unknown): Discovered {
  const fault = readFault(error, file)
  if (isOutOfFiles(fault)) throw fault
  return named(file, fault)
}

const isInside = (root: string, path: string): boolean => {
  const way = relative(root, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

/** The first bytes of every zip, and of the office files that are zips. */
const ZIP = Buffer.from('PK\x03\x04', 'latin1')

/** Whether a file begins as a zip. One that cannot be opened does not: what is in its way is told by whoever reads it. */
async function looksZipped(file: string): Promise<boolean> {
  if (/\.(?:docx|odt)$/i.test(file)) return false
  const handle = await open(file).catch(() => null)
  if (!handle) return false
  try {
    const head = Buffer.alloc(4)
    const { bytesRead } = await handle.read(head, 0, 4, 0)
    return bytesRead === 4 && head.equals(ZIP)
  } catch {
    return false
  } finally {
    await handle.close()
  }
}

/** A file, or the documents in it when it is an archive. */
async function* inFile(file: string, isZip: boolean, limits: ReadLimits): AsyncGenerator<Discovered> {
  try {
    const members = isZip ? await documentsIn(file, limits) : null
    if (members) for (const member of members) yield named(member)
    else yield named(file)
  } catch (error) {
    yield named(file, error instanceof PipelineError ? error : null)
  }
}

/** Names in a folder that are no decrees. A file given by its own path is read whatever it is called. */
function whySkipped(name: string): string | null {
  return name === 'manifest.yaml' ? 'It lists what the folder holds.' : whyLeftOut(name)
}

/** Files of a folder whose beginnings are looked at ahead of the one that is told of. */
const LOOKED_AT_AHEAD = 16

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1)

/** What an entry of a folder means: a file, or the documents in it; the files of a folder; nothing that may be read. */
async function* inEntry(entry: Dirent, file: string, isZip: boolean, root: string, limits: ReadLimits): AsyncGenerator<Discovered> {
  const skipped = whySkipped(entry.name)
  if (skipped) yield { ...named(file), skipped }
  else if (entry.isDirectory()) yield* inFolder(file, root, limits)
  else if (entry.isFile()) yield* inFile(file, isZip, limits)
  else if (entry.isSymbolicLink()) {
    // A link to a file of the folder is read where it leads; folders are never entered through links, which may form rings.
    if (!isInside(root, await realpath(file))) yield named(file, new PipelineError('E_READ_OUTSIDE', { file }))
  } else yield { ...named(file), skipped: 'It is a pipe, a socket or a device.' }
}

async function* inFolder(folder: string, root: string, limits: ReadLimits): AsyncGenerator<Discovered> {
  let entries: Dirent[]
  try {
    entries = (await readdir(folder, { withFileTypes: true })).sort(byName)
  } catch (error) {
    yield faulty(folder, error)
    return
  }
  const isZip = async (entry: Dirent): Promise<boolean> => entry.isFile() && !whySkipped(entry.name) && (await looksZipped(join(folder, entry.name)))
  for await (const [entry, zip] of readAhead(entries, isZip, LOOKED_AT_AHEAD)) {
    const file = join(folder, entry.name)
    try {
      yield* inEntry(entry, file, zip, root, limits)
    } catch (error) {
      yield faulty(file, error)
    }
  }
}

/** The files that the paths mean, in order: files as given, folders and archives with all they hold, what is hidden marked as skipped. Each file comes once. Throws `E_USAGE` for a database's URL. */
export async function discover(paths: readonly string[], limits: ReadLimits = defaultLimits): Promise<Discovered[]> {
  const found = new Map<string, Discovered>()
  const add = (one: Discovered): void => {
    if (!found.has(one.path)) found.set(one.path, one)
  }
  for (const path of paths) {
    // Taken for a file it would stand in the ledger, its password with it.
    if (isPostgresUrl(path)) throw new PipelineError('E_USAGE', { reason: `${printableUrl(path)} is a database and no file: name it with --db.` })
    try {
      const entry = await stat(path)
      if (entry.isDirectory()) for await (const one of inFolder(path, await realpath(path), limits)) add(one)
      else if (entry.isFile()) for await (const one of inFile(path, await looksZipped(path), limits)) add(one)
      else add(named(path, new PipelineError('E_READ_DENIED', { file: path, reason: 'it is not a regular file' })))
    } catch (error) {
      add(faulty(path, error))
    }
  }
  return [...found.values()]
}
