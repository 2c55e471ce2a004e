import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asWritten, encodeLegacy } from '../../../scripts/formats/encode-legacy.js'
import { decodeMixed } from '../../../src/read/encoding/decode-mixed.js'
import { asWindowsText, legacyEncodings } from '../../../src/read/encoding/legacy.js'

const seeds = readdirSync('seeds').map(f => readFileSync(`seeds/${f}`, 'utf8').normalize('NFC'))
const isPlain = (line: string): boolean => line.trim().length > 40 && !/[^ -~À-ỹ]/.test(line)
const lines = seeds.flatMap(s => s.split('\n')).filter(isPlain)
const shown = (text: string, encoding: (typeof legacyEncodings)[number]) => asWindowsText(encodeLegacy[encoding](text))

describe('Unicode is never repaired', () => {
  test('not a letter of the seeds changes', () => {
    for (const seed of seeds) expect(decodeMixed(seed).text).toBe(seed)
  })
  test('nor of their decomposed form', () => {
    for (const seed of seeds) expect(decodeMixed(seed.normalize('NFD')).text).toBe(seed.normalize('NFD'))
  })
  test.each([
    'The café of Françoise in Zürich costs £5 ± 2 µm² at 20 °C — “naïve” façade, São Tomé, Ångström, señor.',
    'Điều 1. § 5 của Hiệp định (Übereinkommen über die Rechte) · 100 % × 3',
    '1.234.567 ± 0,5 % «a» © 2020 ®',
  ])('%s', text => expect(decodeMixed(text).text).toBe(text))
  test('any text of Vietnamese letters, whatever it spells', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 8 }), picked => decodeMixed(picked.join('\n')).text === picked.join('\n')))
  })
})

describe('what was written in a legacy encoding is read back', () => {
  test.each(legacyEncodings)('the seeds in %s', encoding => {
    for (const seed of seeds) {
      const text = seed.split('\n').filter(isPlain).join('\n')
      const wanted = asWritten(text, encoding).toLowerCase().split(/\s/)
      const wrong = decodeMixed(shown(text, encoding))
        .text.toLowerCase()
        .split(/\s/)
        .filter((word, i) => word !== wanted[i])
      expect(wrong.length / wanted.length, wrong.slice(0, 5).join(' ')).toBeLessThan(0.001)
    }
  })
  test('lines in Unicode between lines in TCVN3 stay', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...lines), fc.boolean()), { minLength: 2, maxLength: 12 }), picked => {
        const mixed = picked.map(([line, legacy]) => (legacy ? shown(line, 'tcvn3') : line)).join('\n')
        const wanted = picked.map(([line, legacy]) => (legacy ? asWritten(line, 'tcvn3') : line)).join('\n')
        expect(decodeMixed(mixed).text.toLowerCase()).toBe(wanted.toLowerCase())
      }),
      { numRuns: 60 },
    )
  })
})

describe('a font names the encoding of words that say nothing by themselves', () => {
  test('short words in .VnTime', () => {
    expect(decodeMixed('Bé', [{ start: 0, end: 2, encoding: 'tcvn3' }]).text).toBe('Bộ')
    expect(decodeMixed('Bé').text).toBe('Bé')
  })
  test('Unicode set in a legacy font stays Unicode', () => {
    const text = 'Bộ Nội vụ hướng dẫn, kiểm tra việc thực hiện cả nước'
    expect(decodeMixed(text, [{ start: 0, end: text.length, encoding: 'tcvn3' }]).text).toBe(text)
  })
})

test('places are carried along', () => {
  const source = `Căn cứ\n${shown('Luật Tổ chức chính quyền địa phương ngày 19 tháng 6', 'vni')}\nđiểm cuối`
  const { text, toDecoded } = decodeMixed(source)
  for (const word of ['Căn', '19', '6', 'điểm', 'cuối']) expect(toDecoded(source.indexOf(word))).toBe(text.indexOf(word))
  expect(toDecoded(source.length)).toBe(text.length)
})
