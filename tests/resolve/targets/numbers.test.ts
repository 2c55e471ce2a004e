import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber, scaled } from '../../../src/resolve/targets/numbers.js'

describe('parseNumber', () => {
  it.each([
    ['18,05', 18.05],
    ['1.600', 1600],
    ['176.602.392.331', 176602392331],
    ['12.375,3', 12375.3],
    ['05', 5],
    ['98.5', 98.5],
    ['3250', 3250],
    ['đôi', 2],
    ['một', 1],
    ['mười hai', 12],
    ['hai mươi lăm', 25],
    ['hai mươi', 20],
    ['9 5', 95],
  ])('reads %s', (printed, value) => expect(parseNumber(printed)).toBe(value))

  it.each(['', 'mấy', 'mười mươi', 'mười chiếc', 'mấy mươi', '1.2.3.4,'])('gives null for %j', printed => expect(parseNumber(printed)).toBeNull())

  it('reads back every whole number printed with dots between thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), n => {
        expect(parseNumber(String(n).replace(/\B(?=(\d{3})+$)/g, '.'))).toBe(n)
      }),
    )
  })
})

describe('scaled', () => {
  it('leaves no dust', () => {
    expect(scaled(10.1, 1e9)).toBe(10100000000)
    expect(scaled(7285.7, 1e9)).toBe(7285700000000)
  })
})
