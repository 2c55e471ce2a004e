import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { watchForHang } from '../../scripts/fuzz/hang-watch.js'
import { processorSeconds } from '../../scripts/fuzz/processor-time.js'

describe('a process under watch', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Watches for so many seconds a process that uses the given share of a processor and begins an input every so many seconds; gives what is said of it. */
  function watched(seconds: number, share: number, inputEvery: number): string | null {
    const child = Object.assign(new EventEmitter(), { pid: 1 }) as unknown as ChildProcess
    let said: string | null = null
    let used = 0
    const stop = watchForHang(
      child,
      reason => {
        said = reason
      },
      Date.now,
      () => used,
    )
    for (let second = 1; second <= seconds; second++) {
      used += share
      if (second % inputEvery === 0) child.emit('message', 'input')
      vi.advanceTimersByTime(1000)
    }
    stop()
    return said
  }

  it.each([
    ['that tries input after input', 4000, 1, 1, null],
    ['that a busy machine lets do little', 20_000, 0.01, 100_000, null],
    ['whose long inputs end', 4000, 1, 250, null],
    ['with a loop without end', 400, 1, 100_000, /^one input took 30\d s of the processor$/],
    ['that waits for what never comes', 400, 0, 100_000, /^nothing was done for 300 s$/],
  ])('%s', (_, seconds, share, inputEvery, says) => {
    const said = watched(seconds, share, inputEvery)
    if (says === null) expect(said).toBeNull()
    else expect(said).toMatch(says)
  })
})

test.skipIf(process.platform !== 'linux')('the processor time of a process holds that of those it started, also when they have ended', async () => {
  const spin = 'const until = process.cpuUsage().user + 4e5; while (process.cpuUsage().user < until);'
  const code = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(spin)}]); process.stdout.write('x'); process.stdin.resume()`
  const child = spawn(process.execPath, ['-e', code])
  try {
    await once(child.stdout, 'data')
    expect(processorSeconds(child.pid as number)).toBeGreaterThan(0.35)
  } finally {
    child.kill('SIGKILL')
  }
  expect(processorSeconds(2 ** 30)).toBe(0)
})
