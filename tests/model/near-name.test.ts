import { expect, test } from 'vitest'
import { nearName } from '../../src/model/near-name.js'

const names = ['Hà Nam', 'Hà Nội', 'Trà Vinh', 'Vĩnh Long', 'Thừa Thiên Huế', 'Huế']

test.each<[string, string | null]>([
  ['Trà Vih', 'Trà Vinh'],
  ['tra vihn', 'Trà Vinh'],
  ['Thua Tien Hue', 'Thừa Thiên Huế'],
  ['Hà Nôị', 'Hà Nội'],
  ['Hà Lan', null],
  ['Atlantis', null],
  ['Hué', 'Huế'],
  ['xx', null],
  ['', null],
])('%s is near %s', (typed, near) => expect(nearName(typed, names)).toBe(near))
