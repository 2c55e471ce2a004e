import { expect, test } from 'vitest'
import { createExtractor } from '../../../src/index.js'

const extract = await createExtractor()

test.each([
  ['Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Sở Tư pháp tham mưu Ủy ban nhân dân tỉnh.', ['chủ trì', 'phối hợp', 'phối hợp', null]],
  ['Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.', ['chịu trách nhiệm', 'chịu trách nhiệm']],
  ['Chủ trì, phối hợp với Sở Tài chính và Sở Y tế thực hiện.', ['phối hợp', 'phối hợp']],
  ['Cơ quan chủ trì: Sở Tư pháp.', ['chủ trì']],
  ['Căn cứ báo cáo của Sở Tư pháp và Bộ Nội vụ.', [null, null]],
])('%s', (text, duties) => {
  expect(extract(text).agencies.map(a => a.duty)).toEqual(duties)
})
