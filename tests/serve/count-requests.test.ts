import { describe, expect, it, vi } from 'vitest'
import { countRequests, RequestCounts, WINDOW_MS } from '../../src/serve/http/count-requests.js'

describe('the count of requests', () => {
  it('counts the requests of each address anew after a minute', () => {
    let now = 5000
    const counts = countRequests(() => now)
    const asked = (address: string): number => {
      let count = 0
      counts.incr(address, (_, its) => {
        count = its?.current ?? 0
      })
      return count
    }
    expect([asked('a'), asked('a'), asked('b')]).toEqual([1, 2, 1])
    now += WINDOW_MS - 1
    expect(asked('a')).toBe(3)
    now += 1
    expect([asked('a'), asked('b')]).toEqual([1, 1])
    // A flood of addresses takes no memory without end: who came first is forgotten.
    for (let i = 0; i < 10_000; i++) asked(`flood ${i}`)
    expect([asked('flood 9999'), asked('a')]).toEqual([2, 1])
  })

  it('counts by a clock that nobody sets: set back, it still lets ask again after a minute', () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    try {
      const counts = new RequestCounts({ timeWindow: WINDOW_MS } as never)
      const asked = (): unknown[] => {
        const told: unknown[] = []
        counts.incr('a', (_, its) => told.push(its?.current, its?.ttl))
        return told
      }
      expect([asked(), asked()]).toEqual([
        [1, WINDOW_MS],
        [2, WINDOW_MS],
      ])
      vi.setSystemTime(Date.now() - 3_600_000)
      expect(asked()).toEqual([3, WINDOW_MS])
      vi.advanceTimersByTime(WINDOW_MS)
      expect(asked()).toEqual([1, WINDOW_MS])
    } finally {
      vi.useRealTimers()
    }
  })
})
