import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PipelineError } from '../../../src/model/errors.js'
import { readDoc } from '../../../src/read/doc/read-doc.js'
import { defaultLimits } from '../../../src/read/limits.js'

const file = readFileSync('corpus/formats/196-ctr-ubnd.doc')
const read = (bytes: Uint8Array) => readDoc(bytes, 'a.doc', defaultLimits)

/** Where the head of the main stream stands in the file. */
const head = file.indexOf(Buffer.from([0xec, 0xa5]))

test('the words are those of the text', async () => {
  const { text, reader, notes } = await read(file)
  expect(reader).toBe('word97')
  expect(notes).toEqual([])
  expect(text).toContain('Thừa Thiên Huế, ngày 19 tháng 5 năm 2022')
})

describe('broken Word files', () => {
  test('a locked one', async () => {
    const locked = Buffer.from(file)
    locked.writeUInt16LE(locked.readUInt16LE(head + 10) | 0x0100, head + 10)
    await expect(read(locked)).rejects.toMatchObject({ code: 'E_READ_ENCRYPTED' })
  })
  test('one whose table of pieces leads nowhere', async () => {
    const broken = Buffer.from(file)
    broken.writeUInt32LE(0x7fffffff, head + 0x1a2)
    await expect(read(broken)).rejects.toMatchObject({ code: 'E_READ_DAMAGED' })
  })
  test('one whose lists are broken still gives its words, and says what is lost', async () => {
    const broken = Buffer.from(file)
    broken.writeUInt32LE(0x7ffffff0, head + 0x2ea)
    broken.writeUInt32LE(0x7ffffff0, head + 0x2ee)
    const { reader, notes, text } = await read(broken)
    expect([reader, notes[0]?.code]).toEqual(['word-extractor', 'read.doc-structure'])
    expect(text).toContain('Thừa Thiên Huế')
  })
  test('cut off or damaged anywhere: words or a code, never another error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 600), fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.boolean(), async (at, junk, cut) => {
        const bytes = Buffer.from(file)
        Buffer.from(junk).copy(bytes, 512 + at)
        const error = await read(cut ? bytes.subarray(0, 512 + at) : bytes).catch((e: unknown) => e)
        expect(error instanceof PipelineError || typeof (error as { text?: unknown }).text === 'string', String(error)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
