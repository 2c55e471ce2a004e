import { expect, it } from 'vitest'
import { taskCalendar } from '../../src/export/task-calendar.js'
import type { TaskListing } from '../../src/query/find-tasks.js'

const task = { id: '1', task: 'Báo cáo', lead: null, support: null, due: null, product: null, document: '12/KH-UBND', section: 'I', dueDate: '2024' }
const calendarOf = (own: object): string => taskCalendar([{ ...task, ...own } as unknown as TaskListing])

it.each(['\n', '\r\n', '\r', '\u2028', '\u0085\n', '\u0000\n'])('what a document prints behind the line end %j is no property of the calendar', end => {
  const calendar = calendarOf({ task: `Báo cáo${end}ATTACH:http://x`, lead: `Sở Nội vụ${end}BEGIN:VALARM`, support: 'a,b;c\\d' })
  const lines = calendar.split(/\r\n|[\n\r\u0085\u2028]/)
  expect(lines.filter(line => /^(?:ATTACH|BEGIN:VALARM)/.test(line))).toEqual([])
  expect(calendar).toContain('SUMMARY:Báo cáo\\nATTACH:http://x\r\n')
  expect(calendar).not.toMatch(/[^\P{Cc}\r\n\t]/u)
})
