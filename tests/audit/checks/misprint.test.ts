import { describe, expect, it } from 'vitest'
import { findings } from '../audit-text.js'

const check = 'text.misprint'

describe(check, () => {
  it.each([
    ['đạt tỷ lệ tối thiu tương ứng là 50%.', 'tối thiu', 'tối thiểu'],
    ['Phản đối 100% người dân được cấp định danh.', 'Phản đối', 'Phấn đấu'],
    ['NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH TRONG TÂM QUÝ II', 'TRONG TÂM', 'TRỌNG TÂM'],
  ])('says what is printed and what is meant: %s', (body, quote, suggestion) => {
    expect(findings(check, body).map(found => [found.quote, found.suggestion])).toEqual([[quote, suggestion]])
  })

  it.each(['đạt tối thiểu 50%.', 'Phản đối hành vi trái pháp luật.', 'NHIỆM VỤ TRỌNG TÂM', 'Chỉ số CCHC'])('is silent on %s', body => {
    expect(findings(check, body)).toEqual([])
  })
})
