import { describe, expect, test } from 'vitest'
import { encodeLegacy, tcvn3Letters } from '../../../scripts/formats/encode-legacy.js'
import { asWindowsText, decodeLegacy, legacyEncodings } from '../../../src/read/encoding/legacy.js'
import { markedLetters } from '../../../src/read/encoding/letters.js'
import { vniLetters } from '../../../src/read/encoding/vni.js'

test('Vietnamese has 134 letters that ASCII lacks', () => {
  expect(markedLetters).toHaveLength(134)
  expect(new Set(markedLetters).size).toBe(134)
})

describe('every letter is read back from its bytes', () => {
  test.each(legacyEncodings)('%s', encoding => {
    const letters = encoding === 'tcvn3' ? tcvn3Letters : markedLetters
    for (const letter of letters) expect(decodeLegacy[encoding](asWindowsText(encodeLegacy[encoding](letter))), letter).toBe(letter)
  })
})

test('VNI has one code for every letter, none of them twice', () => {
  expect([...vniLetters.values()].sort()).toEqual([...markedLetters].sort())
  expect([...vniLetters.keys()].every(code => code.length <= 2)).toBe(true)
})

// Rows of the published charts, written down independently of the tables.
test.each([
  ['tcvn3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['tcvn3', '¡¢£¤¥¦§ ¨©ª«¬\u00ad®', 'ĂÂÊÔƠƯĐ ăâêôơưđ'],
  ['tcvn3', 'Thñ t−íng, lµm râ, l∙nh ®¹o', 'Thủ tướng, làm rõ, lãnh đạo'],
  ['vni', 'COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['vni', 'Ñoäc laäp, lyù do, Phöôùc, ñöôïc, Uûy, kyø, kyõ, kyû, kî', 'Độc lập, lý do, Phước, được, Ủy, kỳ, kỹ, kỷ, kỵ'],
  ['vni', 'aêÊ aéÉ aèÈ ñaëc, QUAÛNG, KÌ, tæ, nghó', 'ăÊ ắÉ ằÈ đặc, QUẢNG, KÌ, tỉ, nghĩ'],
  ['viscii', 'Ðµc l§p', 'Độc lập'],
  ['windows-1258', 'Ðôòc lâòp', 'Độc lập'],
] as const)('%s: %s', (encoding, bytes, text) => expect(decodeLegacy[encoding](bytes)).toBe(text))
