import { defaultLimits } from '../../src/read/limits.js'
import { openZip } from '../../src/read/zip/open-zip.js'
import { makeZip } from '../../tests/read/make-zip.js'

/** A packed file whose `n`-th part was changed and packed again, with sums that fit; null for a file that is none. */
export async function changedEntries(bytes: Uint8Array, change: (part: Uint8Array) => Uint8Array, n: number): Promise<Uint8Array | null> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  const zip = await openZip(bytes, 'a.zip', defaultLimits)
  const names = zip.entries.map(entry => entry.name)
  const partOf = async (name: string, isChanged: boolean): Promise<Uint8Array> => {
    const part = (await zip.read(name)) ?? new Uint8Array()
    return isChanged ? change(part) : part
  }
  const parts = await Promise.all(names.map(async (name, i) => ({ name, content: await partOf(name, i === n % names.length) })))
  return makeZip(parts)
}
