import { createEvents, type EventAttributes } from 'ics'
import { daysIn } from '../model/calendar.js'
import type { TaskListing } from '../query/find-tasks.js'

type DateParts = [number, number, number]

/** The last day of a due date, quarter, month or year; null for what recurs or is not known. Of an interval its end counts. */
function dueDay(dueDate: string | null): DateParts | null {
  const end = dueDate?.split('/').at(-1)
  const match = /^(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?$/.exec(end ?? '')
  if (!match) return null
  const year = Number(match[1])
  const month = match[2] ? Number(match[2]) * 3 : match[3] ? Number(match[3]) : 12
  return [year, month, match[4] ? Number(match[4]) : daysIn(year, month)]
}

const next = ([year, month, day]: DateParts): DateParts => {
  const date = new Date(Date.UTC(year, month - 1, day + 1))
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}

/** The library writes line feeds as such; any other sign that a reader may take for the end of a line would open a property of its own. */
const asLines = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')

function toEvent(task: TaskListing, day: DateParts): EventAttributes {
  const lines = [
    task.lead && `Chủ trì: ${task.lead}`,
    task.support && `Phối hợp: ${task.support}`,
    task.due && `Thời hạn: ${task.due}`,
    task.product && `Sản phẩm: ${task.product}`,
    `Văn bản: ${[task.document, task.section].filter(Boolean).join(', mục ')}`,
  ]
  return {
    uid: `${task.id}@chitieu`,
    title: asLines(task.task.length > 200 ? `${task.task.slice(0, 199)}…` : task.task),
    description: asLines(lines.filter(Boolean).join('\n')),
    start: day,
    end: next(day),
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
  }
}

/** The tasks that have a due date as whole-day events of a calendar (RFC 5545). Throws what the library finds wrong. */
export function taskCalendar(tasks: readonly TaskListing[]): string {
  const events = tasks.flatMap(task => {
    const day = dueDay(task.dueDate)
    return day === null ? [] : [toEvent(task, day)]
  })
  if (events.length === 0) return 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:chitieu\r\nEND:VCALENDAR\r\n'
  const { value, error } = createEvents(events, { productId: 'chitieu', calName: 'Nhiệm vụ' })
  if (error || !value) throw error ?? new Error('no calendar was made')
  return value
}
