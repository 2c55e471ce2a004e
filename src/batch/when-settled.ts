import { stat } from 'node:fs/promises'

/** Files that are waited for until nobody writes them any more. */
export interface Settling {
  /** A file came or changed. */
  begin(path: string): void
  /** A file went. */
  forget(path: string): void
  close(): void
}

interface Waited {
  timer: NodeJS.Timeout | undefined
  /** When it last changed, by a clock that nobody sets. */
  since: number
  stamp: string | null
}

/** What changes when a file is written; null when there is none. */
const stampOf = (path: string): Promise<string | null> =>
  stat(path).then(
    ({ size, mtimeMs, ino }) => [size, mtimeMs, ino].join(),
    () => null,
  )

/**
 * Tells of each file once it has stayed the same for `settle` milliseconds. The watcher's library has the like, but by the time of day: after the system's clock was set
 * back it waits until the old time comes again.
 */
export function whenSettled(settle: number, told: (path: string) => void): Settling {
  const waiting = new Map<string, Waited>()
  const pause = Math.max(20, Math.round(settle / 5))
  const forget = (path: string): void => {
    clearTimeout(waiting.get(path)?.timer)
    waiting.delete(path)
  }
  const look = async (path: string, its: Waited): Promise<void> => {
    const stamp = await stampOf(path)
    if (waiting.get(path) !== its) return
    if (stamp === null) return forget(path)
    if (stamp !== its.stamp) {
      its.stamp = stamp
      its.since = performance.now()
    } else if (performance.now() - its.since >= settle) {
      forget(path)
      return told(path)
    }
    its.timer = setTimeout(() => void look(path, its), pause)
  }
  return {
    begin(path) {
      const known = waiting.get(path)
      if (known) {
        known.since = performance.now()
        return
      }
      const its: Waited = { timer: undefined, since: performance.now(), stamp: null }
      waiting.set(path, its)
      void look(path, its)
    },
    forget,
    close: () => [...waiting.keys()].forEach(forget),
  }
}
