import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit'

/** Requests are counted by the minute. */
export const WINDOW_MS = 60_000
/** Addresses that are counted at a time; beyond them the one that was first seen is forgotten. */
const MOST_ADDRESSES = 10_000

/**
 * Counts the requests of each address in windows that are the same for all. It goes by a clock that nobody sets: by the time of day, as the library's own
 * store has it, whoever reached the limit before the system's clock was set back would be refused until the old time comes again.
 */
export function countRequests(now: () => number = () => performance.now()): FastifyRateLimitStore {
  const counts = new Map<string, number>()
  let begun = now()
  return {
    incr(address, told) {
      if (now() - begun >= WINDOW_MS) {
        counts.clear()
        begun = now()
      }
      const current = (counts.get(address) ?? 0) + 1
      const [first] = counts.keys()
      if (current === 1 && counts.size >= MOST_ADDRESSES && first !== undefined) counts.delete(first)
      counts.set(address, current)
      told(null, { current, ttl: WINDOW_MS - (now() - begun) })
    },
    child: () => countRequests(now),
  }
}

/** As the library makes its store: with `new`. */
export const RequestCounts = function requestCounts() {
  return countRequests()
} as unknown as FastifyRateLimitStoreCtor
