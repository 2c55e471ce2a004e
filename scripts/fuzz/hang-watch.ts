import type { ChildProcess } from 'node:child_process'
import { processorSeconds } from './processor-time.js'

/** Processor seconds that one input may take, with the processes it starts, before it hangs; opening a subject is the first. */
const MOST_PROCESSOR_SECONDS = 300
/** Seconds in which a process that waits for something uses no processor at all: it waits for what never comes. */
const MOST_IDLE_SECONDS = 300
const LOOK_EVERY_MS = 5000
/** Below this much of a processor between two looks nothing is being done. */
const IDLE_SHARE = 0.002

/** What is known of the input that a process is at: the processor seconds and the moment at which it began, and since when nothing was done. */
interface Input {
  readonly began: number
  used: number
  idleSince: number
  lookedAt: number
}

/**
 * Looks whether a process comes on, which says so by a message before each input: told by the processor time of one input, since on a busy machine the clock tells only of the
 * others. `onHang` is called once, with what is wrong. Gives what ends the watch.
 */
export function watchForHang(child: ChildProcess, onHang: (reason: string) => void, now = Date.now, secondsOf = processorSeconds): () => void {
  const pid = child.pid as number
  const begin = (): Input => {
    const seconds = secondsOf(pid) ?? 0
    return { began: seconds, used: seconds, idleSince: now(), lookedAt: now() }
  }
  let input: Input | null = begin()
  // To read the time of all processes for each of a thousand inputs a second would take longer than the inputs.
  child.on('message', () => {
    input = null
  })
  const timer = setInterval(() => {
    input ??= begin()
    // Where the system tells no processor time, the clock is all there is.
    const used = secondsOf(pid) ?? input.used + (now() - input.lookedAt) / 1000
    const share = (used - input.used) / Math.max(0.001, (now() - input.lookedAt) / 1000)
    if (share > IDLE_SHARE) input.idleSince = now()
    input.used = used
    input.lookedAt = now()
    if (used - input.began > MOST_PROCESSOR_SECONDS) onHang(`one input took ${Math.round(used - input.began)} s of the processor`)
    else if (now() - input.idleSince > MOST_IDLE_SECONDS * 1000) onHang(`nothing was done for ${MOST_IDLE_SECONDS} s`)
    else return
    clearInterval(timer)
  }, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}
