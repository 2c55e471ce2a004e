import { expect, it } from 'vitest'
import { parsePinpoint } from '../../../src/resolve/references/parse-pinpoint.js'

// Points go by the alphabet of decrees: đ follows d.
it.each([
  ['Điều 5', ['Điều 5']],
  ['điểm a, b và đ khoản 2 Điều 5', ['điểm a', 'điểm b', 'điểm đ', 'khoản 2', 'Điều 5']],
  ['khoản 1 đến 3 Điều 7', ['khoản 1', 'khoản 2', 'khoản 3', 'Điều 7']],
  ['điểm c - e khoản 4', ['điểm c', 'điểm d', 'điểm đ', 'điểm e', 'khoản 4']],
  ['điểm e - c khoản 4', ['điểm e', 'điểm c', 'khoản 4']],
  ['Điều 9 đến 2', ['Điều 9', 'Điều 2']],
  ['Điều 1 đến 90', ['Điều 1', 'Điều 90']],
  ['Phụ lục số I; II', ['Phụ lục I', 'Phụ lục II']],
  ['Chương', ['Chương']],
])('%s', (pinpoint, read) => {
  expect(parsePinpoint(pinpoint).flatMap(({ unit, labels }) => (labels.length === 0 ? [unit] : labels.map(label => `${unit} ${label}`)))).toEqual(read)
})
