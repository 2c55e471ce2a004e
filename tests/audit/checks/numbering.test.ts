import { describe, expect, it } from 'vitest'
import { findings } from '../audit-text.js'

const headings = (...labels: readonly string[]): string =>
  labels.map(label => `${label} Nhiệm vụ của các cơ quan\n\nTiếp tục rà soát, hoàn thiện các quy định.`).join('\n\n')
const all = (body: string): (string | null)[][] =>
  findings('structure', body).map(({ check, severity, message, suggestion }) => [check, severity, message, suggestion])

describe('structure.numbering-gap', () => {
  it.each([
    [['I.', 'II.', 'IV.'], 'II is followed by IV: III is missing.'],
    [['I.', '1.', '2.', '5.', 'II.'], '2 is followed by 5: 3 to 4 are missing.'],
    [['I.', 'a)', 'b)', 'd)', 'II.'], 'b is followed by d: c is missing.'],
    [['I.', '1.', '2.', '3.', '1.', '2.', '5.'], '2 is followed by 5: 3 to 4 are missing.'],
  ] as const)('names what is missing in %j', (labels, message) => {
    expect(all(headings(...labels))).toEqual([['structure.numbering-gap', 'warning', message, null]])
  })

  it('only remarks on a missing đ', () => {
    expect(all(headings('I.', 'a)', 'b)', 'c)', 'd)', 'e)'))).toEqual([['structure.numbering-gap', 'info', 'd is followed by e: đ is missing.', null]])
  })
})

describe('structure.duplicate-number', () => {
  it('takes the second d for a misprinted đ', () => {
    expect(all(headings('I.', 'a)', 'b)', 'c)', 'd)', 'd)', 'e)'))).toEqual([
      ['structure.duplicate-number', 'warning', 'd is used twice: for "Nhiệm vụ của các cơ quan" and for "Nhiệm vụ của các cơ quan".', 'đ'],
    ])
  })

  it('suggests nothing where the following numbers would have to move', () => {
    const found = findings('structure', headings('I.', 'II.', 'III.', 'III.', 'IV.'))
    expect(found.map(({ check, suggestion }) => [check, suggestion])).toEqual([['structure.duplicate-number', null]])
    expect(found[0]?.related.map(place => place.quote.startsWith('III.'))).toEqual([true])
  })
})

describe('numbering', () => {
  it.each([
    [['I.', '1.', '2.', 'II.', '1.', '2.', 'III.']],
    [['I.', 'a)', 'b)', 'c)', 'd)', 'đ)', 'e)', 'g)', 'h)', 'i)', 'k)', 'II.']],
    [['I.', '1.', '1.1.', '1.2.', '2.', '2.1.', '2.2.']],
    [['I.', '1.', '2.', '3.', '1.', '2.', '4.', '5.']],
  ])('is silent on %j', labels => {
    expect(all(headings(...labels))).toEqual([])
  })
})
