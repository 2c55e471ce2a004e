import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lostLetters } from '../../src/read/encoding/lost-letters.js'
import { readDocument } from '../../src/read/read-file.js'

const seed = readFileSync(new URL('../../seeds/003_a954f8546d252d68.txt', import.meta.url), 'utf8')
/** As a program writes it that knows Western European letters only. */
const torn = [...seed.normalize('NFC')].map(letter => (letter.charCodeAt(0) > 255 ? '?' : letter)).join('')

describe('letters that were lost', () => {
  it('are seen where question marks stand for them', () => {
    expect(lostLetters(torn)).toBeGreaterThan(0.2)
    expect(lostLetters('Quy\ufffdt \ufffdịnh')).toBeGreaterThan(0.5)
  })

  it.each([[seed], [''], ['Có đạt 80% không? Chưa đạt. Xem https://example.vn/van-ban?so=384 và https://example.vn/?trang=2 của Cổng thông tin điện tử.']])(
    'are not seen elsewhere',
    text => expect(lostLetters(text)).toBeLessThan(0.05),
  )

  it('make a document that is not read, since its figures would stand without their words', async () => {
    await expect(readDocument(Buffer.from(torn), 'plan.txt')).rejects.toMatchObject({
      code: 'E_READ_DAMAGED',
      message: expect.stringContaining('question marks'),
    })
  })
})
