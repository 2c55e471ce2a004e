import { expect, test } from 'vitest'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()

/** Rules whose words no sentence begins with, or mean something else where one does. */
const WITHIN_SENTENCES: Readonly<Record<string, string>> = {
  'agency-duty.leads': 'the agency stands before it; a line that begins so is a task of the agency above it',
  'agency-duty.works-with': 'the same',
  'agency-duty.advises': 'the same',
  'agency-duty.answers': 'the same',
  'audit.time-measured': 'as the label of a line it says when work is done',
  'baseline.date': '"Tính đến ngày 30/6/2022 toàn tỉnh có 203 hợp tác xã" is a time and no base',
  'baseline.multiple': 'the multiple stands before it',
  'level.of-province': 'what is of the province stands before it',
  'baseline.same-period': 'the share stands before it',
  'level.partner': 'it goes on with a level',
  'level.listed-province': 'a list of levels goes on',
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
const anchored = rulebook.rules.filter(({ id, source }) => source.anchor !== undefined && source.ignoreCase && !(id in WITHIN_SENTENCES))

test.each(anchored.map(rule => [rule.id, rule] as const))('%s is found where it begins a sentence', (_, rule) => {
  const lost = rule.source.examples.match
    .map(({ raw }) => ([raw].flat()[0] as string).normalize('NFC'))
    .filter(words => capital(words) !== words)
    .map(capital)
    // The words alone may be no match: what stands around them is a condition of many rules.
    .filter(words => new RegExp(rule.regex.source, rule.regex.flags).test(words) && rule.findAll(words).length === 0)
  expect(lost).toEqual([])
})

test('every exception is one', () => {
  expect(Object.keys(WITHIN_SENTENCES).filter(id => !rulebook.rules.some(rule => rule.id === id))).toEqual([])
})
