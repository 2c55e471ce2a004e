import type { Span } from '../../model/text.js'
import { stateIssuer } from '../../model/work-key.js'
import type { Numbered } from './find-numbered.js'
import type { Mention } from './mention.js'
import { pairDates } from './paired-dates.js'

const CONNECTOR = /^(?:[,;]|,? và|; và| hoặc|,? cùng với|,? cùng)(?: (?:các|cả))?(?: [Ss]ố:?)?(?:\[\d{1,3}\])? $/u
const ONE_DAY = / (?:cùng|đều)(?: (?:được )?(?:ban hành|thông qua|ký))? ngày ?$/u
const LIST_GAP = /(?:[;,]| và)(?: và)? [Ss]ố:? $/u

/** The body's abbreviation in a mention's symbol; null where there is none. */
export function bodyOf(mention: Mention): string | null {
  const { body, groups } = mention.parts
  if (body !== undefined) return `/${body}`
  return groups === undefined ? null : stateIssuer(groups.replace(/\s/g, '').toUpperCase())
}

/**
 * Ties the mentions of a line that stand in a list: an item without type word takes the list's, the items before a printed date
 * that have none of their own share it. A type word of an item's own ends the sharing; a year in the number that is not the date's keeps the date away.
 */
export function linkLists(line: string, mentions: readonly Mention[], heads: ReadonlyMap<Mention, Numbered>): void {
  const items = mentions.filter(m => !m.isInner).sort((a, b) => a.key.start - b.key.start)
  items.forEach((item, i) => {
    const previous = items[i - 1]
    if (!previous) return
    const gap = line.slice(previous.end, item.start)
    item.joined = CONNECTOR.test(gap)
    if (item.type === null && previous.type !== null && item.form === 'numbered' && (item.joined || LIST_GAP.test(gap))) {
      item.type = { start: previous.type.start, end: previous.type.end, source: 'list' }
      const headIssuer = heads.get(previous)?.headIssuer ?? null
      if (item.issuer === null && headIssuer !== null && bodyOf(previous) === bodyOf(item)) item.issuer = { ...headIssuer, source: 'list' }
      if (headIssuer !== null) (heads as Map<Mention, Numbered>).set(item, { mention: item, headIssuer })
    }
  })
  pairDates(line, items)
  for (let i = items.length - 2; i >= 0; i--) {
    const [item, next] = [items[i] as Mention, items[i + 1] as Mention]
    if (!next.joined || item.form !== 'numbered' || next.form !== 'numbered') continue
    // A day behind numbers of two bodies is that of the last.
    const isElliptical = (next.type?.source === 'list' || next.type === null) && [null, bodyOf(next)].includes(bodyOf(item))
    if (item.date === null && next.date !== null && (isElliptical || isOfOneDay(line, next, next.date)) && yearFits(line, item, next.date))
      item.date = { ...next.date, source: 'list' }
  }
}

/** "Quyết định số 45/QĐ-UBND và Quyết định số 46/QĐ-UBND cùng ngày 12/3/2020". */
const isOfOneDay = (line: string, next: Mention, date: Span): boolean => ONE_DAY.test(line.slice(next.key.end, date.start))

const yearFits = (line: string, item: Mention, date: { start: number; end: number }): boolean =>
  item.parts.year === undefined || line.slice(date.start, date.end).endsWith(item.parts.year)

/** An issuer printed behind a list is that of the items before it; behind a comma the object of another document's title is no item of the list. */
export function shareIssuersBack(line: string, mentions: readonly Mention[]): void {
  const items = mentions.filter(m => !m.isInner).sort((a, b) => a.key.start - b.key.start)
  for (let i = items.length - 2; i >= 0; i--) {
    const [item, next] = [items[i] as Mention, items[i + 1] as Mention]
    if (!next.joined || item.issuer !== null || next.issuer === null || item.form !== 'numbered' || next.form !== 'numbered') continue
    if (next.issuer.start < next.start && next.issuer.source === 'inline') continue
    const isTitle = item.cue?.relation === 'sửa đổi' && !line.slice(item.end, next.start).includes(' và')
    if (!isTitle && bodyOf(item) === bodyOf(next)) item.issuer = { start: next.issuer.start, end: next.issuer.end, source: 'list' }
  }
}

/** An issuer printed before the first document of a list ("phê duyệt tại các Quyết định: số …; số …") is that of the items after it too. */
export function shareIssuersForward(mentions: readonly Mention[]): void {
  const items = mentions.filter(m => !m.isInner).sort((a, b) => a.key.start - b.key.start)
  items.forEach((item, i) => {
    const previous = items[i - 1]
    if (!previous?.issuer || item.issuer !== null || item.form !== 'numbered' || previous.form !== 'numbered') return
    const isInList = item.joined || item.type?.source === 'list'
    if (isInList && previous.issuer.start < previous.start && bodyOf(previous) === bodyOf(item))
      item.issuer = { start: previous.issuer.start, end: previous.issuer.end, source: 'list' }
  })
}
