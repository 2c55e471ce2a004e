import { describe, expect, test } from 'vitest'
import { ProgramError, type RunOptions, runProgram } from '../../src/read/program.js'

/** Node itself stands for a program of the system. */
const run = (code: string, options: Partial<RunOptions> = {}) =>
  runProgram(process.execPath, ['--eval', code], { input: new Uint8Array(), deadline: performance.now() + 60_000, ...options })

describe('a program of the system', () => {
  test('gets the bytes and gives what it writes', async () => {
    expect((await run('process.stdin.pipe(process.stdout)', { input: Buffer.from('Quyết định') })).toString()).toBe('Quyết định')
  })

  test.each([
    ['that does not end in its time is ended', 'setInterval(() => {}, 1000)', { deadline: () => performance.now() + 300 }, true, /took too long$/],
    [
      'that writes without end is ended',
      "setInterval(() => process.stdout.write('x'.repeat(1e5)), 1)",
      { maxOutput: 1e6 },
      false,
      /wrote more than 1000000 bytes$/,
    ],
    ['that fails tells its last words', "console.error('first'); console.error('last'); process.exit(3)", {}, false, /ended with 3: last$/],
  ] as const)('%s', async (_, code, { deadline, ...options }: { deadline?: () => number; maxOutput?: number }, isTimeout, says) => {
    const failed = await run(code, { ...options, ...(deadline && { deadline: deadline() }) }).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(ProgramError)
    expect(failed).toMatchObject({ isTimeout, message: expect.stringMatching(says) })
  })

  test('that complains without end costs no memory', async () => {
    const failed = await run("process.stderr.write('x'.repeat(2e7), () => process.exit(1))").catch((error: unknown) => error)
    expect((failed as Error).message.length).toBeLessThan(1e6)
  })

  test('that takes no bytes ends the reading, not this process', async () => {
    expect((await run("require('fs').closeSync(0); process.stdout.write('done')", { input: Buffer.alloc(2e7) })).toString()).toBe('done')
  })

  test('that is not there has an error of its own', async () => {
    await expect(runProgram('/nothing/at/all', [], { input: new Uint8Array(), deadline: performance.now() + 1000 })).rejects.toBeInstanceOf(ProgramError)
  })
})
