import { describe, expect, it, test } from 'vitest'
import { identityOf, ownWork } from '../../src/store/document-identity.js'

const plan = {
  number: '38/KH-UBND',
  type: 'Kế hoạch',
  issuer: 'Ủy ban nhân dân tỉnh Trà Vinh',
  date: '2022-02-16',
  province: { code: '84', name: 'Trà Vinh' },
} as const

describe('what all versions of a decree share', () => {
  test('is its work, its body and its type, in one spelling', () => {
    expect(identityOf(plan)).toBe('individual|38/KH-UBND|2022|tra vinh|ubnd tinh tra vinh|ke hoach')
  })

  it.each([
    ['a short form of the committee', { issuer: 'UBND tỉnh Trà Vinh' }],
    ['another spelling of it', { issuer: 'UỶ BAN NHÂN DÂN TỈNH TRÀ VINH' }],
    ['its chair, who numbers with it', { issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Trà Vinh' }],
    ['another day of the year', { date: '2022-02-23' }],
    ['capitals', { type: 'KẾ HOẠCH' }],
  ])('is the same with %s', (_, other) => {
    expect(identityOf({ ...plan, ...other })).toBe(identityOf(plan))
  })

  it("holds for a people's council written out and short", () => {
    const council = { ...plan, number: '12/NQ-HĐND', type: 'Nghị quyết', issuer: 'Hội đồng nhân dân tỉnh Trà Vinh' }
    expect(identityOf(council)).toBe('individual|12/NQ-HĐND|2022|tra vinh|hdnd tinh tra vinh|nghi quyet')
    expect(identityOf({ ...council, issuer: 'HĐND tỉnh Trà Vinh' })).toBe(identityOf(council))
  })

  it.each([
    ['another number', { number: '39/KH-UBND' }],
    ['another year', { date: '2023-02-16' }],
    ['another body', { issuer: 'Sở Nội vụ tỉnh Trà Vinh' }],
    ['another type', { type: 'Chương trình' }],
    ['another province', { issuer: 'UBND tỉnh', province: { code: '42', name: 'Hà Tĩnh' } }],
  ])('is another one with %s', (_, other) => {
    expect(identityOf({ ...plan, ...other })).not.toBe(identityOf(plan))
    expect(identityOf({ ...plan, ...other })).not.toBeNull()
  })

  it.each([
    ['number', { number: null }],
    ['type', { type: null }],
    ['issuer', { issuer: null }],
    ['date, where the number holds no year', { date: null }],
    ['province, where its body names none either', { province: null, issuer: 'Ủy ban nhân dân' }],
  ])('is not known without a %s', (_, other) => {
    expect(identityOf({ ...plan, ...other })).toBeNull()
  })

  it('is known without a date where the number holds the year', () => {
    expect(identityOf({ ...plan, number: '12/2022/QĐ-UBND', type: 'Quyết định', date: null })).not.toBeNull()
  })
})

test('without a number a document is no work that others cite', () => {
  expect(ownWork({ ...plan, number: null })).toBeNull()
  expect(ownWork({ ...plan, province: null })?.province).toBe('tra vinh')
})
