import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { discover } from '../../../src/batch/discover.js'
import { defaultLimits } from '../../../src/read/limits.js'
import { readDocument, readDocumentFile } from '../../../src/read/read-file.js'
import { makeDocx, p } from '../docx/make-docx.js'
import { makeZip } from '../make-zip.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-zip-'))
afterAll(() => rmSync(folder, { recursive: true }))
const save = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const decree = 'QUYẾT ĐỊNH\nCăn cứ Luật Tổ chức chính quyền địa phương;\nĐiều 1. Ban hành Kế hoạch.\n'
const docx = makeDocx({ body: p('Quyết định về cải cách hành chính') })
const inner = makeZip([
  { name: 'năm 2025/a.txt', content: decree },
  { name: 'b.docx', content: docx },
])
const outer = makeZip([
  { name: 'kế hoạch.docx', content: docx },
  { name: '2025.zip', content: inner },
  { name: '__MACOSX/._x', content: 'x' },
  { name: 'thư mục/', content: '' },
  { name: 'thư mục/c.md', content: decree },
])

describe('an archive is a folder of documents', () => {
  test('whose names are UTF-8 also where the program that packed them did not say so', async () => {
    const file = save('unflagged.zip', makeZip([{ name: 'kế hoạch/năm 2025.txt', content: decree, unflagged: true }]))
    const [found] = await discover([file])
    expect(found?.file.slice(file.length + 1)).toBe('kế hoạch/năm 2025.txt')
    expect((await readDocumentFile(found?.path ?? '')).text).toContain('Ban hành Kế hoạch')
  })

  test('whose documents may be no larger than a file may', async () => {
    const file = save('large.zip', makeZip([{ name: 'a.txt', content: decree.repeat(2000) }]))
    await expect(readDocumentFile(join(file, 'a.txt'), { ...defaultLimits, maxBytes: 100_000 })).rejects.toMatchObject({ code: 'E_READ_TOO_LARGE' })
  })

  test('each is found by its path, those of archives within it too, and read', async () => {
    const file = save('plans.zip', outer)
    const found = await discover([file])
    expect(found.map(f => f.file.slice(file.length + 1))).toEqual(['kế hoạch.docx', '2025.zip/năm 2025/a.txt', '2025.zip/b.docx', 'thư mục/c.md'])
    const read = await Promise.all(found.map(f => readDocumentFile(f.path)))
    expect(read.map(r => [r.format, r.file?.slice(file.length + 1)])).toEqual([
      ['docx', 'kế hoạch.docx'],
      ['text', '2025.zip/năm 2025/a.txt'],
      ['docx', '2025.zip/b.docx'],
      ['markdown', 'thư mục/c.md'],
    ])
    // The same document has the same hash wherever it stands.
    expect(read[0]?.sha256).toBe(read[2]?.sha256)
    expect(read[0]?.sha256).toBe((await readDocument(docx, 'x.docx')).sha256)
  })

  test('whatever it is called', async () =>
    expect((await discover([save('plans.rar', inner)])).map(f => f.file.split('/').at(-1))).toEqual(['a.txt', 'b.docx']))

  test('one with a single document is that document, one with several names them', async () => {
    const single = await readDocumentFile(save('one.zip', makeZip([{ name: 'thư/a.txt', content: decree }])))
    expect(single).toMatchObject({ format: 'text', text: decree, file: join(folder, 'one.zip/thư/a.txt') })
    await expect(readDocumentFile(save('two.zip', inner))).rejects.toMatchObject({
      code: 'E_READ_ARCHIVE',
      params: { count: '2', members: 'năm 2025/a.txt, b.docx' },
    })
    await expect(readDocumentFile(save('none.zip', makeZip([{ name: 'thư/', content: '' }])))).rejects.toMatchObject({ code: 'E_READ_EMPTY' })
  })

  test('a path that leads to nothing in it is missing', async () => {
    const file = save('plans2.zip', outer)
    for (const path of ['x.docx', '2025.zip/x.docx', 'kế hoạch.docx/x', '../plans2.zip/x']) {
      await expect(readDocumentFile(`${file}/${path}`)).rejects.toMatchObject({ code: 'E_READ_MISSING' })
    }
    mkdirSync(join(folder, 'empty'))
    await expect(readDocumentFile(join(folder, 'empty/x.docx'))).rejects.toMatchObject({ code: 'E_READ_MISSING' })
  })

  test('one member that cannot be read does not hide the others', async () => {
    const file = save(
      'mixed.zip',
      makeZip([
        { name: 'locked.txt', content: decree, encrypted: true },
        { name: 'fine.txt', content: decree },
      ]),
    )
    const codes = await Promise.all(
      (await discover([file])).map(f =>
        readDocumentFile(f.path).then(
          () => 'read',
          e => e.code,
        ),
      ),
    )
    expect(codes).toEqual(['E_READ_ENCRYPTED', 'read'])
  })

  test('archives within archives end at the limit', async () => {
    let bytes = makeZip([{ name: 'a.txt', content: decree }])
    for (let i = 0; i < 5; i++) bytes = makeZip([{ name: 'inner.zip', content: bytes }])
    const found = await discover([save('deep.zip', bytes)])
    expect(found).toMatchObject([{ fault: { code: 'E_READ_TOO_DEEP' } }])
    expect((await discover([join(folder, 'deep.zip')], { ...defaultLimits, maxArchives: 6 })).map(f => f.fault)).toEqual([null])
  })
})
