import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asWritten, encodeLegacy } from '../../../scripts/formats/encode-legacy.js'
import { PipelineError } from '../../../src/model/errors.js'
import { decodeText } from '../../../src/read/encoding/decode-text.js'
import { legacyEncodings } from '../../../src/read/encoding/legacy.js'

// VISCII has no other quotes and blanks.
const seed = readFileSync('seeds/001_41017df549c1f71d.txt', 'utf8')
  .normalize('NFC')
  .replace(/[“”]/g, '"')
  .replace(/\u00a0/g, ' ')

describe('the encoding of a text file is found', () => {
  test.each(legacyEncodings)('%s', encoding => {
    const { text, encoding: found } = decodeText(encodeLegacy[encoding](seed), 'a.txt')
    expect(found).toBe(encoding)
    expect(text.toLowerCase()).toBe(asWritten(seed, encoding).toLowerCase())
  })
  test.each([
    ['utf-8', Buffer.from(seed)],
    ['utf-8', Buffer.from(`\ufeff${seed}`)],
    ['utf-16le', Buffer.from(seed, 'utf16le')],
    ['utf-16le', Buffer.from(`\ufeff${seed}`, 'utf16le')],
    ['utf-16be', Buffer.from(seed, 'utf16le').swap16()],
  ] as const)('%s', (encoding, bytes) => expect(decodeText(bytes, 'a.txt')).toEqual({ encoding, text: seed }))
})

test('a decomposed text is given as it stands', () => expect(decodeText(Buffer.from(seed.normalize('NFD')), 'a.txt').text).toBe(seed.normalize('NFD')))

test('two bytes of VISCII that are a foreign letter in UTF-8 do not make their line UTF-8', () => {
  const text = `${seed}\n**11. Đề\n`
  expect(decodeText(encodeLegacy.viscii(text), 'a.txt')).toEqual({ encoding: 'viscii', text })
})

test('lines in several encodings are each read in theirs', () => {
  const lines = [
    'Căn cứ Luật Tổ chức chính quyền địa phương',
    'Xét đề nghị của Giám đốc Sở Nội vụ',
    'Điều 1. Ban hành kèm theo quyết định này',
    'kế hoạch cải cách hành chính nhà nước',
  ]
  const parts = [Buffer.from(lines[0] as string), encodeLegacy.tcvn3(lines[1] as string), encodeLegacy.vni(lines[2] as string), Buffer.from(lines[3] as string)]
  const bytes = Buffer.concat(parts.flatMap(p => [p, Buffer.from('\n')]))
  expect(decodeText(bytes, 'a.txt')).toMatchObject({ text: `${lines.join('\n')}\n` })
})

describe('bytes that no encoding explains are refused', () => {
  test.each([
    ['a damaged letter at the end of UTF-8', Buffer.concat([Buffer.from(seed), Buffer.from([0xc3, 0x28, 0xff])])],
    ['a letter cut in two', Buffer.from(seed).subarray(0, Buffer.from(seed).indexOf(Buffer.from('ộ')) + 2)],
  ])('%s', (_name, bytes) => {
    expect(() => decodeText(bytes, 'a.txt')).toThrow(PipelineError)
  })
})
