// Since when each document is at work, in memory that all threads see: a thread that hangs can send no message.

/** Milliseconds by the clock that all threads of a process share and that nobody sets: the time of day may jump. */
const now = (): number => Math.floor(Number(process.hrtime.bigint()) / 1e6)

/** Milliseconds are counted from here, so that they fit into 31 bits for three weeks. */
const epochOf = (clock: SharedArrayBuffer): number => new Float64Array(clock, 0, 1)[0] as number
const slotsOf = (clock: SharedArrayBuffer): Int32Array => new Int32Array(clock, 8)

/** A clock with room for this many documents at a time. */
export function makeClock(slots: number): SharedArrayBuffer {
  const clock = new SharedArrayBuffer(8 + 4 * slots)
  new Float64Array(clock, 0, 1)[0] = now()
  return clock
}

export function markBegun(clock: SharedArrayBuffer, slot: number): void {
  Atomics.store(slotsOf(clock), slot, Math.max(1, now() - epochOf(clock)))
}

export function markDone(clock: SharedArrayBuffer, slot: number): void {
  Atomics.store(slotsOf(clock), slot, 0)
}

/** Milliseconds since a thread began with the document; 0 while it waits for one and when it is done. */
export function timeAtWork(clock: SharedArrayBuffer, slot: number): number {
  const begun = Atomics.load(slotsOf(clock), slot)
  return begun === 0 ? 0 : Math.max(1, now() - epochOf(clock) - begun)
}
