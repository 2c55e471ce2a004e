import type fc from 'fast-check'
import type { Material } from './material.js'

/** One thing that is tried with made-up inputs. */
export interface Subject {
  /** What must hold, as a sentence. */
  readonly about: string
  /** Why it cannot be tried here; absent where it can. */
  readonly leftOut?: string
  /** The property over inputs made of the material; `done` frees what it opened. */
  open(material: Material): Promise<{ readonly property: fc.IAsyncProperty<unknown>; done?(): Promise<void> }>
}

/**
 * A property whose inputs nobody but itself looks at. Each try lets timers go off first: work that never waits would keep a run, and above all the search for a smaller
 * failure, from ever being ended by the clock.
 */
export const hidden = <T>(property: fc.IAsyncPropertyWithHooks<T>): fc.IAsyncProperty<unknown> =>
  property.beforeEach(() => new Promise(resolve => setImmediate(resolve))) as unknown as fc.IAsyncProperty<unknown>

/** Processor seconds that one input may take before it counts as a hang. */
const MOST_SECONDS = 20

/** Runs one input and throws when it took longer than any input may. */
export async function inTime<T>(work: () => Promise<T> | T): Promise<T> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  if (seconds > MOST_SECONDS) throw new Error(`took ${seconds.toFixed(1)} s`)
  return result
}
