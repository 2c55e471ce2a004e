import { matchesOf } from '../../model/matches-of.js'
import { type Mention, sourced } from './mention.js'

const DAY = String.raw`\d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2} năm )\d{4}`
const IN_TURN = new RegExp(
  `^,? (?:được )?(?:(?:ban hành|ký|thông qua) )?lần lượt (?:là |được )?(?:(?:ban hành|ký|thông qua) )?(?:vào )?(?:các )?(?:ngày )?${DAY}(?:(?:, | và |, và )(?:ngày )?${DAY}){1,9}`,
  'iu',
)
const DAYS = new RegExp(DAY, 'gu')

/** The run of listed numbers that ends with the mention at `last`. */
function runEndingAt(items: readonly Mention[], last: number): Mention[] {
  let first = last
  while (first > 0 && items[first]?.joined && items[first - 1]?.form === 'numbered') first--
  return items.slice(first, last + 1)
}

/**
 * Gives the documents of a list the days that stand behind it in their order: "Nghị quyết số 12/NQ-HĐND và số 13/NQ-HĐND lần lượt ngày 05/7/2023 và 08/12/2023". Only as many days as
 * documents say which is whose.
 */
export function pairDates(line: string, items: readonly Mention[]): void {
  items.forEach((item, i) => {
    if (item.form !== 'numbered' || item.date !== null) return
    const found = IN_TURN.exec(line.slice(item.end, item.end + 320))
    if (!found) return
    const run = runEndingAt(items, i)
    const days = matchesOf(found[0], DAYS)
    if (run.length !== days.length || run.some(m => m.date !== null)) return
    days.forEach((day, k) => {
      const start = item.end + day.index
      ;(run[k] as Mention).date = sourced({ start, end: start + day[0].length }, k === run.length - 1 ? 'inline' : 'list')
    })
    item.end += found[0].length
  })
}
