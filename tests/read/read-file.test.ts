import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { PipelineError } from '../../src/model/errors.js'
import { defaultLimits } from '../../src/read/limits.js'
import { readDocumentFile } from '../../src/read/read-file.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-read-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const decree = 'QUYẾT ĐỊNH\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n'
const codeOf = async (path: string, limits?: Parameters<typeof readDocumentFile>[1]): Promise<string> =>
  readDocumentFile(path, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof PipelineError ? error.code : String(error)),
  )

describe('a file that cannot be used has a code and a hint', () => {
  const cases: readonly [code: string, make: () => string, limits?: Parameters<typeof readDocumentFile>[1]][] = [
    ['E_READ_MISSING', () => join(folder, 'none.txt')],
    ['E_READ_EMPTY', () => file('empty.txt', '')],
    ['E_READ_EMPTY', () => file('blank.txt', ' \n\t\n')],
    ['E_READ_BINARY', () => file('binary.txt', new Uint8Array([1, 0, 2, 0, 255, 254, 0, 9]))],
    ['E_READ_ENCODING', () => file('legacy.txt', Buffer.concat([Buffer.from(decree), Buffer.from([0xc3, 0x28, 0xff])]))],
    ['E_READ_TOO_LARGE', () => file('large.txt', decree.repeat(100)), { ...defaultLimits, maxBytes: 1000 }],
    ['E_READ_LINE_TOO_LONG', () => file('line.txt', 'Nghị định '.repeat(2000)), { ...defaultLimits, maxLine: 10_000 }],
    [
      'E_READ_NOT_VIETNAMESE',
      () =>
        file('english.txt', 'The quick brown fox jumps over the lazy dog and goes on with further strange words through every possible sentence. '.repeat(4)),
    ],
    ['E_READ_DAMAGED', () => file('scan.txt', Buffer.from('%PDF-1.7\n%âãÏÓ'))],
  ]
  test.each(cases)('%s', async (code, make, limits) => {
    const path = make()
    expect(await codeOf(path, limits)).toBe(code)
    await readDocumentFile(path, limits).catch((error: PipelineError) => {
      expect(error.hint.length).toBeGreaterThan(10)
      expect(error.message).toContain(path)
    })
  })
  test('a folder is no document', async () => {
    const path = join(folder, 'folder')
    mkdirSync(path)
    expect(await codeOf(path)).toBe('E_READ_FOLDER')
  })
})

describe('text is given as it stands in the file', () => {
  test.each([
    ['utf-8', Buffer.from(decree)],
    ['utf-8', Buffer.from(`\uFEFF${decree}`)],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(decree, 'utf16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(decree, 'utf16le').swap16()])],
  ])('%s', async (encoding, bytes) => {
    const raw = await readDocumentFile(file('decree.txt', bytes))
    expect(raw).toMatchObject({ text: decree, encoding, format: 'text', pages: null })
    expect(raw.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
  test('a Markdown file is told by its name', async () => expect((await readDocumentFile(file('decree.md', decree))).format).toBe('markdown'))
})
