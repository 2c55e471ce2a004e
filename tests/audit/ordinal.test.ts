import { describe, expect, it } from 'vitest'
import { isForeignLetter, readOrdinal, writeOrdinal } from '../../src/audit/ordinal.js'

describe('readOrdinal', () => {
  it.each([
    ['III', false, 'roman', '', 3],
    ['IX', false, 'roman', '', 9],
    ['XIV', false, 'roman', '', 14],
    ['7', false, 'arabic', '', 7],
    ['2.1', false, 'arabic', '2', 1],
    ['1.2.10', false, 'arabic', '1.2', 10],
    ['Điều 12', false, 'arabic', '', 12],
    ['Phụ lục II', false, 'roman', '', 2],
    ['đ', true, 'letter', '', 5],
    ['i', true, 'letter', '', 9],
    ['C', true, 'letter', '', 3],
  ] as const)('reads %s', (label, letters, style, prefix, value) => {
    expect(readOrdinal(label, letters)).toEqual({ style, prefix, value })
  })

  it.each(['Phụ lục', 'IIII', 'VX', 'abc', 'f', 'Mở đầu'])('finds no number in %s', label => {
    expect(readOrdinal(label, false)).toBeNull()
  })

  it('writes what it read', () => {
    for (const label of ['I', 'IV', 'XXXIX', 'XC', '3', '2.10']) expect(writeOrdinal(readOrdinal(label, false) as never)).toBe(label)
    for (const label of ['a', 'd', 'đ', 'e', 'y']) expect(writeOrdinal(readOrdinal(label, true) as never)).toBe(label)
  })

  it('knows the letters that the Vietnamese alphabet lacks', () => {
    expect(['f', 'j', 'w', 'z', 'e', 'đ'].map(isForeignLetter)).toEqual([true, true, true, true, false, false])
  })
})
