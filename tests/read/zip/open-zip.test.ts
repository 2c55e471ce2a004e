import { expect, test } from 'vitest'
import { defaultLimits } from '../../../src/read/limits.js'
import { openZip } from '../../../src/read/zip/open-zip.js'
import { makeZip } from '../make-zip.js'

const UNPACKED = 1_000_000

/** A zip whose part unpacks to a megabyte, and which says so many bytes of it. */
const saying = (claims: number): Uint8Array => makeZip([{ name: 'a.txt', content: 'a'.repeat(UNPACKED), claims }])

test('a part is unpacked as far as the zip says it goes', async () => {
  const zip = await openZip(saying(UNPACKED), 'a.zip', defaultLimits)
  expect((await zip.read('a.txt'))?.length).toBe(UNPACKED)
})

test('unpacking stops where the zip says that the part ends: a lie costs no memory', async () => {
  const zip = await openZip(saying(40), 'a.zip', defaultLimits)
  const error: unknown = await zip.read('a.txt').catch((caught: unknown) => caught)
  expect(error).toMatchObject({ code: 'E_READ_DAMAGED', cause: { code: 'ERR_BUFFER_TOO_LARGE' } })
})

test('a part that is shorter than the zip says is damaged', async () => {
  const zip = await openZip(saying(2 * UNPACKED), 'a.zip', defaultLimits)
  await expect(zip.read('a.txt')).rejects.toMatchObject({
    code: 'E_READ_DAMAGED',
    params: { reason: expect.stringContaining('it has 1000000 bytes and not 2000000') },
  })
})
