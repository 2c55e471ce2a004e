import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extractAssignments } from '../../../src/extract/tasks/extract-assignments.js'
import { extractTasks } from '../../../src/extract/tasks/extract-tasks.js'
import { readText } from '../../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const extract = (text: string) => extractTasks(readText(text, rulebook), rulebook)
const seed = (name: string): string => readFileSync(new URL(`../../../seeds/${name}`, import.meta.url), 'utf8')
const bars = (...cells: readonly string[]): string => cells.map(cell => `${cell}\n|\n`).join('')
const head = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành']

describe('rows of an assignment table', () => {
  test('take their group, and an empty cell stays empty', () => {
    const finds = extract(
      `PHỤ LỤC\n\n${bars(...head, 'I', 'Cải cách thể chế', '1', 'Hoàn thiện hệ thống văn bản', 'Sở Tư pháp', 'Các sở, ban, ngành', 'Quý IV/2023', '2', 'Tuyên truyền, phổ biến pháp luật', 'Sở Tư pháp', '', 'Hàng năm')}`,
    )
    expect(finds.map(f => [f.group, f.no?.raw, f.task.raw, f.lead?.raw, f.support?.raw, f.due?.raw])).toEqual([
      ['Cải cách thể chế', '1', 'Hoàn thiện hệ thống văn bản', 'Sở Tư pháp', 'Các sở, ban, ngành', 'Quý IV/2023'],
      ['Cải cách thể chế', '2', 'Tuyên truyền, phổ biến pháp luật', 'Sở Tư pháp', undefined, 'Hàng năm'],
    ])
  })

  test('are not rows of any other table', () => {
    expect(
      extract(bars('STT', 'Tên thủ tục', 'Thời hạn', 'Phí', '1', 'Cấp giấy phép', '05 ngày', 'Không', '2', 'Gia hạn giấy phép', '03 ngày', 'Không')),
    ).toEqual([])
  })

  test('of Hà Tĩnh’s programme: 27 in eight groups', () => {
    const finds = extract(seed('000_f13f9cff807cffa8.txt'))
    expect(finds.length).toBe(27)
    expect(new Set(finds.map(f => f.group)).size).toBe(8)
    expect(finds.every(f => f.ruleId === 'task.table-row' && f.lead !== null && f.due !== null)).toBe(true)
    expect(finds.find(f => f.no?.raw === '8')).toMatchObject({ lead: { raw: 'UBND TP Hà Tĩnh, UBND TX Kỳ Anh' }, due: { raw: '2021-2025' } })
  })
})

test('rows that lost their lines give only what stands in one row', () => {
  const finds = extract(seed('002_f8e8494414b91d6f.txt'))
  expect(finds.every(f => f.ruleId === 'task.flattened-row')).toBe(true)
  expect(finds[0]).toMatchObject({
    lead: { raw: 'Văn phòng UBND tỉnh' },
    support: { raw: 'Các sở, ban, ngành cấp tỉnh' },
    due: { raw: 'Năm 2024' },
    product: { raw: 'Báo cáo, Phương án' },
  })
  expect(finds[1]).toMatchObject({ lead: { raw: 'Văn phòng UBND tỉnh' }, support: null, due: null })
})

describe('assignments in prose', () => {
  test('take the body of their heading, and the partners of their sentence', () => {
    const finds = extractAssignments(readText(seed('003_a954f8546d252d68.txt'), rulebook), rulebook)
    expect(finds.length).toBe(27)
    expect(finds[3]).toMatchObject({ ruleId: 'task.prose-assignment', lead: { raw: 'Sở Nội vụ' }, support: { raw: 'các cơ quan liên quan' } })
    expect(finds.map(f => f.lead?.raw)).toContain('Đài Phát thanh và Truyền hình Trà Vinh')
    expect(finds.at(-2)).toMatchObject({ lead: { raw: 'Báo Trà Vinh' }, support: { raw: 'các cơ quan, đơn vị có liên quan' } })
  })

  test('spans slice back to their words', () => {
    const reading = readText(seed('003_a954f8546d252d68.txt'), rulebook)
    for (const find of extractAssignments(reading, rulebook)) {
      for (const piece of [find, find.task, find.lead, find.support, find.due])
        if (piece) expect(reading.text.slice(piece.span.start, piece.span.end)).toBe(piece.raw)
    }
  })
})

test('a head of two lines parts the lead from its partners', () => {
  const table = [
    ['STT', 'Nhiệm vụ', 'Phân công thực hiện', 'Thời gian'],
    ['Chủ trì', 'Phối hợp'],
    ['1', 'Xây dựng kế hoạch', 'Sở Tài chính', 'Sở Nội vụ', '2026'],
    ['2', 'Nhiệm vụ Sở Tài chính chủ trì', 'Sở Tài chính', 'Sở Y tế', '2027'],
  ]
  const finds = extract(`PHỤ LỤC\n\n${table.map(row => `|\n${bars(...row)}`).join('')}`)
  expect(finds.map(f => [f.lead?.raw, f.support?.raw, f.due?.raw])).toEqual([
    ['Sở Tài chính', 'Sở Nội vụ', '2026'],
    ['Sở Tài chính', 'Sở Y tế', '2027'],
  ])
})
