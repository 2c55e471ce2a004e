import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isSyllable } from '../../../src/read/encoding/syllable.js'

test.each('quyết quyền quỳnh quý giữa gì giếng nghĩa nghị hoà hòa qủa uỷ ủy khuỷu ngoèo đường tượng thuế yêu y ưu kế cả gỡ ghế phở xoong ư'.split(' '))(
  '%s is a syllable',
  word => expect(isSyllable(word)).toBe(true),
)

test.each('quyêt quyªt hßa lêp nghệa kả cế gẹ ngé bộć tạch́ đhqg xyz hátt viÖt tiếnnng'.split(' '))('%s is none', word => expect(isSyllable(word)).toBe(false))

test('nearly every word with marks of real decrees is one', () => {
  const words = readdirSync('seeds').flatMap(f =>
    [
      ...readFileSync(`seeds/${f}`, 'utf8')
        .normalize('NFC')
        .matchAll(/[\p{L}\p{M}]+/gu),
    ]
      .map(m => m[0])
      .filter(w => /[^\0-\x7f]/.test(w) && !/^[A-ZĐ]+$/.test(w)),
  )
  expect(words.filter(w => isSyllable(w.toLowerCase())).length / words.length).toBeGreaterThan(0.998)
})
