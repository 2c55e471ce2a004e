import { readFileSync } from 'node:fs'
import UTIF from 'utif2'
import { describe, expect, test } from 'vitest'
import { PipelineError } from '../../../src/model/errors.js'
import { defaultLimits, type ReadLimits } from '../../../src/read/limits.js'
import { picturePages, toPgm } from '../../../src/read/ocr/picture.js'
import { readPicture } from '../../../src/read/ocr/read-picture.js'
import { tsvBoxes } from '../../../src/read/ocr/tsv-boxes.js'
import { readDocument } from '../../../src/read/read-file.js'

const jpeg = readFileSync(new URL('../../fixtures/scan/thua-thien-hue-196.jpg', import.meta.url))

/** A PNG's head, which states any size; nothing but the head is there. */
function pngHead(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(40)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

const codeOf = (bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<string> =>
  readPicture(bytes, 'a.png', { ...defaultLimits, ...limits }, ['tesseract.js']).then(
    () => 'read',
    error => (error instanceof PipelineError ? error.code : String(error)),
  )

describe('a picture', () => {
  test('is read by the engine from npm, its words of low confidence in doubt', async () => {
    const result = await readPicture(jpeg, 'a.jpg', defaultLimits, ['tesseract.js'])
    expect(result).toMatchObject({ reader: 'tesseract.js', format: 'ocr' })
    expect(result.text).toContain('Cách mạng công nghiệp lần thứ tư')
    expect(result.pages).toEqual([{ number: 1, start: 0, end: result.text.length }])
    for (const { span, confidence } of result.doubts) {
      expect(result.text.slice(span.start, span.end)).toMatch(/^\S+$/)
      expect(confidence).toBeLessThan(0.75)
    }
  })
  test('is told by its content, whatever its name', async () => {
    const result = await readDocument(jpeg, 'plan.txt')
    expect(result.format).toBe('ocr')
    expect(result.text).toContain('Cách mạng công nghiệp lần thứ tư')
  })
  test.each([
    ['E_READ_TOO_MANY_PIXELS', () => pngHead(60_000, 60_000)],
    ['E_READ_DAMAGED', () => pngHead(0, 5)],
    ['E_READ_DAMAGED', () => jpeg.subarray(0, 30)],
    ['E_READ_DAMAGED', () => Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0])],
  ])('that cannot be read has a code: %s', async (code, make) => expect(await codeOf(make())).toBe(code))
  test.each([
    ['of more pages than a call allows', 'E_READ_TOO_MANY_PAGES', { maxPages: 0 }],
    ['that takes longer than a call allows', 'E_READ_TIMEOUT', { maxSeconds: 0.001 }],
  ])('%s is given up', async (_, code, limits) => expect(await codeOf(jpeg, limits)).toBe(code))
})

describe('a TIFF', () => {
  const page = (width: number, height: number, shade: number) => UTIF.encodeImage(new Uint8Array(width * height * 4).fill(shade), width, height)
  test('gives grey pages of its size', () => {
    const pages = picturePages(new Uint8Array(page(30, 20, 255)), 1e6)
    if ('fault' in pages) throw new Error(pages.fault)
    const only = pages[0]?.()
    expect(only).toMatchObject({ width: 30, height: 20 })
    expect(
      Buffer.from(only?.bytes ?? [])
        .subarray(0, 9)
        .toString(),
    ).toBe('P5\n30 20\n')
    expect(only?.bytes.at(-1)).toBe(255)
  })
  test('of too many pixels is not unpacked', () => expect(picturePages(new Uint8Array(page(30, 20, 255)), 500)).toEqual({ fault: 'pixels', pixels: 600 }))
})

test('a clear pixel shows the paper', () => expect([...toPgm(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 255]), { width: 2, height: 1 })].slice(-2)).toEqual([255, 0]))

describe('words of an OCR table', () => {
  const row = (line: number, left: number, text: string, confidence: number, top = 100) =>
    `5\t1\t1\t1\t${line}\t1\t${left}\t${top}\t80\t30\t${confidence}\t${text}`
  test('keep their confidence and stand on the baseline of their line', () => {
    const boxes = tsvBoxes([row(1, 100, 'đạt', 96), row(1, 200, '80%', 51), row(1, 300, 'hồ', 95, 96)].join('\n'), 0.24)
    expect(boxes.map(b => [b.text, b.confidence])).toEqual([
      ['đạt', 0.96],
      ['80%', 0.51],
      ['hồ', 0.95],
    ])
    expect(new Set(boxes.map(b => b.y)).size).toBe(1)
  })
  test.each([
    ['a speck is none', row(1, 100, '—', 20), []],
    ['a bullet is one', row(1, 100, '-', 40), ['-']],
    ['a stain in the form of a letter is none', row(1, 100, 'š', 35), []],
    ['a number in doubt is one', row(1, 100, '1', 20), ['1']],
    ['a word in doubt is one', row(1, 100, 'Truyền', 11), ['Truyền']],
    ['a capital for a small letter is mended', row(1, 100, 'sỐ', 88), ['số']],
    ['a letter and its look-alike are one', row(1, 100, '876/QĐÐ-BNV', 88), ['876/QĐ-BNV']],
  ])('%s', (_, tsv, words) => expect(tsvBoxes(tsv, 0.24).map(b => b.text)).toEqual(words))
  const sized = (left: number, top: number, height: number, text: string) => `5\t1\t1\t1\t1\t1\t${left}\t${top}\t20\t${height}\t96\t${text}`
  test.each([
    ['a small number above the baseline is raised', sized(159, 1132, 14, '7'), ['⁷', 'Văn', 'bản']],
    ['a number on the baseline is none', sized(159, 1131, 25, '7'), ['7', 'Văn', 'bản']],
    ['a small number on the baseline is none', sized(159, 1142, 14, '7'), ['7', 'Văn', 'bản']],
  ])('%s', (_, number, words) =>
    expect(tsvBoxes([number, sized(180, 1131, 25, 'Văn'), sized(249, 1130, 34, 'bản')].join('\n'), 0.24).map(b => b.text)).toEqual(words),
  )
  test('a symbol with a mark before its day is in doubt', () => {
    const words = (...list: string[]) => tsvBoxes(list.map((text, i) => row(1, 100 * i, text, 87)).join('\n'), 0.24).map(b => b.confidence)
    expect(words('7439/UBND-NC;', 'ngày', '28/12/2023')).toEqual([0.5, 0.87, 0.87])
    expect(words('590/KH-UBND;', 'số')).toEqual([0.87, 0.87])
  })
})
