/** Marks in the table of sectors (MS-CFB 2.1). */
const END_OF_CHAIN = 0xfffffffe
const LAST_SECTOR = 0xfffffffa
const ENTRY_BYTES = 128

/** The streams of a compound file by their names; only those of the root are of use here. */
export interface CompoundFile {
  readonly stream: (name: string) => Buffer | null
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly start: number
  readonly size: number
}

/** The sectors of a chain. Throws `RangeError` for a chain that leaves the file or bites its tail. */
function chainOf(table: readonly number[], start: number, most: number): readonly number[] {
  const chain: number[] = []
  for (let sector = start; sector < LAST_SECTOR; sector = table[sector] ?? END_OF_CHAIN) {
    if (chain.length > most || sector >= table.length) throw new RangeError('a chain of sectors does not end')
    chain.push(sector)
  }
  return chain
}

/** Opens a compound file (the container of Word 97 and its kin). Throws `RangeError` for one whose tables lead nowhere. */
export function openCompound(bytes: Buffer): CompoundFile {
  const sectorBytes = 1 << Math.min(16, bytes.readUInt16LE(30))
  const miniBytes = 1 << Math.min(12, bytes.readUInt16LE(32))
  const miniCutoff = bytes.readUInt32LE(56)
  const count = Math.ceil(bytes.length / sectorBytes)
  const sector = (n: number): Buffer => bytes.subarray((n + 1) * sectorBytes, (n + 2) * sectorBytes)
  const numbers = (buffer: Buffer): number[] => Array.from({ length: buffer.length >> 2 }, (_, i) => buffer.readUInt32LE(4 * i))
  const join = (chain: readonly number[]): Buffer => Buffer.concat(chain.map(sector))

  const tableSectors = numbers(bytes.subarray(76, 512))
  let more = bytes.readUInt32LE(68)
  for (let i = 0; more < LAST_SECTOR && i <= count; i++) {
    const list = numbers(sector(more))
    more = list.pop() ?? END_OF_CHAIN
    tableSectors.push(...list)
  }
  const table = tableSectors.filter(n => n < count).flatMap(n => numbers(sector(n)))
  const directory = join(chainOf(table, bytes.readUInt32LE(48), count))
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, i): Entry => {
    const entry = directory.subarray(i * ENTRY_BYTES, (i + 1) * ENTRY_BYTES)
    const nameBytes = Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2)
    return { name: entry.toString('utf16le', 0, nameBytes), type: entry.readUInt8(66), start: entry.readUInt32LE(116), size: entry.readUInt32LE(120) }
  })
  const root = entries.find(e => e.type === 5)
  const miniTable = numbers(join(chainOf(table, bytes.readUInt32LE(60), count)))
  const mini = root ? join(chainOf(table, root.start, count)) : Buffer.alloc(0)
  return {
    stream: name => {
      const entry = entries.find(e => e.type === 2 && e.name === name)
      if (!entry) return null
      if (entry.size >= miniCutoff) return join(chainOf(table, entry.start, count)).subarray(0, entry.size)
      const chain = chainOf(miniTable, entry.start, miniTable.length)
      return Buffer.concat(chain.map(n => mini.subarray(n * miniBytes, (n + 1) * miniBytes))).subarray(0, entry.size)
    },
  }
}
