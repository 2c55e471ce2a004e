// What fuzz runs found, each under a plain name.
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { missingIn, recordsOf } from '../../scripts/fuzz/records-of.js'
import { createExtractor } from '../../src/index.js'
import { agencyFilter } from '../../src/query/agency-filter.js'
import { findTasks } from '../../src/query/find-tasks.js'
import { aCorpus } from '../query/a-corpus.js'
import { anExtraction } from '../store/an-extraction.js'

describe('the shape of a text does not change what is read', () => {
  const rows = 'seeds/002_f8e8494414b91d6f.txt'
  const wrapped = 'seeds/000_f13f9cff807cffa8.txt'
  const cases: readonly (readonly [about: string, file: string, change: (text: string) => string])[] = [
    ['Windows line ends in a table that lost its lines', rows, text => text.replace(/\n/g, '\r\n')],
    ['blanks at the ends of lines of such a table', rows, text => text.replace(/(?<=\S)\n/g, '  \n')],
    ['two blanks between words do not make a wrapped line look wider', wrapped, text => text.replace(/(?<=\S) (?=\S)/g, '  ')],
  ]
  test.each(cases)('%s', async (_about, file, change) => {
    const extract = await createExtractor()
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    const [before, after] = [recordsOf(extract(text)), recordsOf(extract(change(text)))]
    expect([missingIn(after, before), missingIn(before, after)]).toEqual([[], []])
  })
})

it('tasks of an agency whose name has no words are none', async () => {
  const store = await aCorpus([anExtraction()])
  for (const name of ['', ' ', '%']) expect(await findTasks(store.db, { agency: agencyFilter([], name) })).toEqual([])
  await store.close()
})
