import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever its own clock has. */
const TICKS_A_SECOND = 100

interface Stat {
  readonly pid: number
  readonly parent: number
  readonly ticks: number
}

/** What proc(5) says of a process; null when it is gone. The name may hold blanks and brackets, so the fields begin behind the last one. */
function statOf(pid: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // utime, stime, and the same of children that were waited for.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return { pid: Number(pid), parent: Number(fields[1]), ticks }
  } catch {
    return null
  }
}

/** Processor seconds that a process and all that it started have used so far; null where the system does not tell (only Linux does). */
export function processorSeconds(pid: number): number | null {
  let names: string[]
  try {
    names = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  } catch {
    return null
  }
  const all = names.flatMap(name => statOf(name) ?? [])
  const family = new Set([pid])
  // A child may have a smaller number than its parent, so it is looked until nobody comes in.
  for (let size = 0; size < family.size; ) {
    size = family.size
    for (const one of all) if (family.has(one.parent)) family.add(one.pid)
  }
  return all.filter(one => family.has(one.pid)).reduce((sum, one) => sum + one.ticks, 0) / TICKS_A_SECOND
}
