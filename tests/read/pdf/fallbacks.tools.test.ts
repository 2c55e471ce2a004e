import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../src/read/limits.js'
import { readPicture } from '../../../src/read/ocr/read-picture.js'
import { createRecogniser } from '../../../src/read/ocr/recogniser.js'
import { popplerPage, popplerPicture } from '../../../src/read/pdf/poppler.js'
import { readPdfPages } from '../../../src/read/pdf/read-pdf-pages.js'
import { findProgram } from '../../../src/read/program.js'
import { aPdf } from './a-pdf.js'

const inTime = () => performance.now() + 100_000
const jpeg = readFileSync(new URL('../../fixtures/scan/thua-thien-hue-196.jpg', import.meta.url))
const scan = aPdf([{ picture: { jpeg, width: 750, height: 170, shown: 135 } }])
const misnamed = readFileSync('corpus/formats/196-ctr-ubnd.fallback-font.pdf')
const hasTesseract = (await createRecogniser(['tesseract'])) !== null
/** In CI the programs are installed, and their absence is a failure there. */
const without = (isThere: boolean): boolean => !isThere && !process.env.CI

describe.skipIf(without(findProgram('pdftotext') !== null))('poppler', () => {
  test('names the words of a page whose glyphs are misnamed; places and spelling mend what it tears and drops', async () => {
    const { text, reader, notes } = await readPdfPages(misnamed, 'a.pdf', defaultLimits, { engines: [] })
    expect(reader).toMatch(/^pdftotext/)
    expect(notes).toMatchObject([{ code: 'D_PAGES_READ_OTHERWISE' }])
    expect(text).toContain('nâng cao nhận thức, đổi mới tư duy')
    expect(text).toContain('xây dựng các dịch vụ cơ bản')
    expect(text).toContain('nhằm bãi bỏ, sửa đổi, bổ sung')
    expect(text).not.toMatch(/xâ y|thô ng|bã i|trê n/)
  })
  test('gives its words places in points, from the top', async () => {
    const page = await popplerPage(aPdf([{ texts: [{ x: 85, y: 700, text: 'Căn cứ Luật' }] }]), 1, inTime())
    expect(page?.boxes.map(box => [box.text, Math.round(box.x)])).toEqual([
      ['Căn', 85],
      ['cứ', 107],
      ['Luật', 123],
    ])
    for (const box of page?.boxes ?? []) expect(Math.abs(box.y - 142)).toBeLessThan(4)
  })
  test('draws a page as a grey picture', async () => {
    const picture = await popplerPicture(scan, 1, 72, inTime())
    expect(Buffer.from(picture ?? []).toString('latin1', 0, 15)).toBe('P5\n595 842\n255\n')
  })
  test('gives nothing for what is no PDF', async () => {
    expect(await popplerPage(Buffer.from('no PDF'), 1, inTime())).toBeNull()
    expect(await popplerPicture(Buffer.from('no PDF'), 1, 72, inTime())).toBeNull()
  })
})

describe.skipIf(without(hasTesseract))('tesseract', () => {
  test('reads a page that is a picture', async () => {
    const result = await readPdfPages(scan, 'a.pdf', defaultLimits, { engines: ['tesseract'] })
    expect(result).toMatchObject({ reader: 'tesseract', format: 'ocr', pages: [{ number: 1, start: 0, end: result.text.length }] })
    expect(result.text).toContain('công nghiệp lần thứ tư')
    expect(result.notes).toMatchObject([{ code: 'D_PAGES_READ_OTHERWISE', message: 'Read by tesseract: page 1.' }])
  })
  test('reads pages side by side', async () => {
    const page = { picture: { jpeg, width: 750, height: 170, shown: 135 } }
    const { text, pages } = await readPdfPages(aPdf([page, page, page]), 'a.pdf', defaultLimits, { engines: ['tesseract'] })
    expect(pages).toHaveLength(3)
    expect(text.match(/công nghiệp lần thứ tư/g)).toHaveLength(3)
  })
  test('reads a picture file, with its doubts at whole words', async () => {
    const result = await readPicture(jpeg, 'a.jpg', defaultLimits, ['tesseract'])
    expect(result.reader).toBe('tesseract')
    expect(result.text).toContain('Cách mạng công nghiệp lần thứ tư')
    for (const { span, confidence } of result.doubts) {
      expect(result.text.slice(span.start, span.end)).toMatch(/^\S+$/)
      expect(confidence).toBeLessThan(0.75)
    }
  })
  test('that takes too long is stopped, with a code', async () =>
    await expect(readPicture(jpeg, 'a.jpg', { ...defaultLimits, maxSeconds: 0 }, ['tesseract'])).rejects.toMatchObject({ code: 'E_READ_TIMEOUT' }))
})
