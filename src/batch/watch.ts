import { sep } from 'node:path'
import { type FSWatcher, watch as watchFiles } from 'chokidar'
import { whyLeftOut } from './left-out.js'
import { whenSettled } from './when-settled.js'

/** What came to a folder since the last time: files that are there now, and paths that are gone. */
export interface Changes {
  readonly present: readonly string[]
  readonly gone: readonly string[]
}

export interface WatchOptions {
  /** Milliseconds that a file must stay as it is before it counts as written. */
  readonly settle: number
  readonly signal: AbortSignal
  /** Told of what the watcher itself could not do; it goes on. */
  readonly onError: (error: Error) => void
}

const baseName = (path: string): string => path.slice(path.lastIndexOf(sep) + 1)

function ready(watcher: FSWatcher, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    watcher.once('ready', resolve)
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Gives what changes in folders, in slices, until the signal: what comes while a slice is worked on is in the next one. */
export async function* changesIn(folders: readonly string[], { settle, signal, onError }: WatchOptions): AsyncGenerator<Changes> {
  const state = new Map<string, 'present' | 'gone'>()
  let wake = (): void => {}
  const note = (path: string, what: 'present' | 'gone'): void => {
    state.set(path, what)
    wake()
  }
  const watcher = watchFiles([...folders], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: path => !folders.includes(path) && whyLeftOut(baseName(path)) !== null,
  })
  const settling = whenSettled(settle, path => note(path, 'present'))
  watcher.on('add', settling.begin)
  watcher.on('change', settling.begin)
  watcher.on('unlink', path => {
    settling.forget(path)
    note(path, 'gone')
  })
  watcher.on('error', error => onError(error as Error))
  const stop = (): void => wake()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await ready(watcher, signal)
    // The caller looks through the folders once when the watcher is ready: nothing falls between the two.
    yield { present: folders, gone: [] }
    while (!signal.aborted) {
      if (state.size === 0) await new Promise<void>(resolve => (wake = resolve))
      const slice = [...state]
      state.clear()
      const of = (what: 'present' | 'gone'): string[] => slice.filter(([, is]) => is === what).map(([path]) => path)
      if (slice.length > 0 && !signal.aborted) yield { present: of('present'), gone: of('gone') }
    }
  } finally {
    signal.removeEventListener('abort', stop)
    settling.close()
    await watcher.close()
  }
}
