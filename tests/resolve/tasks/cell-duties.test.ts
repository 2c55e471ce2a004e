import { expect, test } from 'vitest'
import { cellDuties } from '../../../src/resolve/tasks/cell-duties.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()

test.each([
  ['Sở Nội vụ', 'Sở Nội vụ', null],
  ['Sở Nội vụ; Sở Tài chính', 'Sở Nội vụ; Sở Tài chính', null],
  ['Các địa phương chủ trì', 'Các địa phương', null],
  ['Chủ trì: Sở Nội vụ', 'Sở Nội vụ', null],
  ['Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành', 'Sở Nội vụ', 'các sở, ban, ngành'],
  ['Sở Nội vụ chủ trì phối hợp Sở Tài chính; UBND cấp xã', 'Sở Nội vụ', 'Sở Tài chính; UBND cấp xã'],
  ['Chủ trì: Sở Y tế; Phối hợp: Sở Tài chính, UBND cấp xã', 'Sở Y tế', 'Sở Tài chính, UBND cấp xã'],
  ['Công an tỉnh chủ trì; các sở, ngành phối hợp thực hiện', 'Công an tỉnh', 'các sở, ngành'],
  ['Sở KH&CN chủ trì hướng dẫn, tổng hợp; Các sở, ngành thực hiện', 'Sở KH&CN chủ trì hướng dẫn, tổng hợp; Các sở, ngành thực hiện', null],
])('%s', (words, lead, support) => expect(cellDuties(words, rulebook)).toEqual({ lead, support }))
