import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { PipelineError } from '../../../src/model/errors.js'
import { defaultLimits } from '../../../src/read/limits.js'
import { readInThread } from '../../../src/read/thread/read-in-thread.js'
import { aPdf } from '../pdf/a-pdf.js'

const words = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015'
const page = { texts: [{ x: 85, y: 700, text: words }] }
const read = (bytes: Uint8Array, maxSeconds: number) => readInThread({ kind: 'pdf', bytes, file: 'a.pdf', limits: { ...defaultLimits, maxSeconds } }, 0)
const codeOf = (error: unknown): string => (error instanceof PipelineError ? error.code : String(error))

test('a file that takes too long is given up, and the next one is read', async () => {
  const long = aPdf(Array.from({ length: 1500 }, () => page))
  const [late, next] = await Promise.all([read(long, 0.02).catch(codeOf), read(aPdf([page]), 60)])
  expect(late).toBe('E_READ_TIMEOUT')
  expect(next).toMatchObject({ text: words, reader: 'pdf-parse' })
})

test('a thread has a limit of memory, and a file that comes to it is refused with a code', async () => {
  // A thread that was ended by its time is not used again: the next one is new.
  await read(aPdf(Array.from({ length: 1500 }, () => page)), 0.02).catch(codeOf)
  const started = once(process, 'worker') as Promise<[Worker]>
  const answer = read(aPdf(Array.from({ length: 1500 }, () => page)), 60)
  const [thread] = await started
  expect(thread.resourceLimits?.maxOldGenerationSizeMb).toBe(2048)
  // What Node says when the limit is reached; to fill two gigabytes would take long.
  thread.emit('error', Object.assign(new Error('terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))
  await expect(answer).rejects.toMatchObject({ code: 'E_READ_DAMAGED', message: expect.stringContaining('more than 2048 MB of memory') })
  await expect(read(aPdf([page]), 60)).resolves.toMatchObject({ text: words })
})

test('errors keep their code and their words over the thread', async () => {
  await expect(read(aPdf([page], { encrypted: true }), 60)).rejects.toMatchObject({ code: 'E_READ_ENCRYPTED', message: 'a.pdf is protected by a password.' })
})
