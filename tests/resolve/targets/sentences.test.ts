import { expect, test } from 'vitest'
import { targetsOf } from './documents.js'
import { documentOfRow, frames, plain, sentenceRows, shownOf } from './sentence-rows.js'

// Each row was judged by eye against the guide of the labels (tests/gold/GUIDE.md): statements of plans on health, schools, farming, money, and reports.
test.each(sentenceRows.map(row => [row.text, row] as const))('%s', (_, row) => {
  const { time } = frames[row.frame]
  expect(shownOf(row, targetsOf(documentOfRow(row)))).toEqual(row.values.map(value => ({ ...plain, deadline: time, ...value })))
})
