import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../src/read/limits.js'
import { readScannedPages } from '../../../src/read/ocr/read-scanned-pages.js'
import { readDocument } from '../../../src/read/read-file.js'
import { plainResult } from '../../../src/read/reader.js'
import { makeDocx, p } from '../docx/make-docx.js'
import type { ZipPart } from '../make-zip.js'
import { makeOdt } from '../odt/make-odt.js'

const scan = readFileSync(new URL('../../fixtures/scan/thua-thien-hue-196.jpg', import.meta.url))
const picture = (id: string): string => `<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="${id}"/></w:drawing></w:r></w:p>`
const relations = (pictures: Readonly<Record<string, string>>): ZipPart => ({
  name: 'word/_rels/document.xml.rels',
  content: `<Relationships>${Object.entries(pictures)
    .map(([id, target]) => `<Relationship Id="${id}" Target="${target}"/>`)
    .join('')}</Relationships>`,
})
const scanned = (body: string, bytes: Uint8Array = scan): Uint8Array =>
  makeDocx({ body, extra: [relations({ r1: 'media/image1.jpg', r2: '../../../etc/x.jpg' }), { name: 'word/media/image1.jpg', content: Buffer.from(bytes) }] })

describe('an office file that holds pages as pictures', () => {
  test.each([
    ['Word', scanned(picture('r1') + picture('r2') + picture('r1')), 'a.docx', /^mammoth\+tesseract/],
    [
      'OpenDocument',
      makeOdt('<text:p><draw:frame><draw:image xlink:href="Pictures/1.jpg"/></draw:frame></text:p>', '', [{ name: 'Pictures/1.jpg', content: scan }]),
      'a.odt',
      /^odt\+tesseract/,
    ],
  ])('is read by OCR: %s', async (_about, bytes, file, reader) => {
    const read = await readDocument(bytes, file)
    expect(read.text.match(/Cách mạng công nghiệp lần thứ tư/g)).toHaveLength(1)
    expect(read).toMatchObject({ format: 'ocr', reader: expect.stringMatching(reader), pages: [{ number: 1, start: 0 }], notes: [{ code: 'D_PICTURES' }] })
  })

  test('and words beside them is read for its words', async () => {
    const words = 'Quyết định về cải cách hành chính và nâng cao năng lực cạnh tranh của tỉnh trong giai đoạn mới. '.repeat(3)
    expect(await readDocument(scanned(p(words) + picture('r1')), 'a.docx')).toMatchObject({ format: 'docx', reader: 'mammoth', text: `${words.trim()}\n` })
  })

  test('more than a call allows is refused before any is read', async () => {
    const own = plainResult({ format: 'docx', encoding: 'utf-8', reader: 'mammoth', text: '' })
    await expect(readScannedPages(own, [scan, scan], 'a.docx', { ...defaultLimits, maxPages: 1 })).rejects.toMatchObject({ code: 'E_READ_TOO_MANY_PAGES' })
  })

  test('that are damaged says so', async () =>
    await expect(readDocument(scanned(picture('r1'), scan.subarray(0, 16_000).fill(0, 4)), 'a.docx', defaultLimits)).rejects.toMatchObject({
      code: 'E_READ_DAMAGED',
    }))
})
