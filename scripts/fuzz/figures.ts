import type { Extraction } from '../../src/model/extraction.js'

type Target = Extraction['targets'][number]
type Field = keyof Target

const fields = [
  'section',
  'role',
  'value',
  'valueMax',
  'unit',
  'unitNoun',
  'comparator',
  'change',
  'deadline',
  'deadlineSource',
  'recurrence',
  'levels',
  'baseline',
  'hedged',
] as const satisfies readonly Field[]

/** A text in which one figure is another one, and what that must change. */
export interface OtherFigure {
  readonly about: string
  readonly text: string
  /** Indexes of the targets that must change, and the one field of them. */
  readonly targets: readonly number[]
  readonly fields: readonly Field[]
  /** What may change too. */
  readonly may: (target: Target, field: Field) => boolean
}

const hasYear = (words: string): boolean => /(?<!\d)20\d\d(?!\d)/.test(words)

/** A digit that leaves the number as long as it was, and a share no more than the whole. */
const otherDigit = (digits: string): string => (digits === '100' ? '90' : digits.replace(/\d(?=\D*$)/, last => String(last === '9' ? 8 : Number(last) + 1)))

/** One of a target's figures at a time: of each unit, behind each sign. */
export function otherValues({ text, targets }: Extraction): OtherFigure[] {
  return targets.flatMap((target, i) => {
    const number = /\d[\d.,]*\d|\d/.exec(target.quote)
    if (!number || number[0] === String(target.denominator)) return []
    const at = target.span.start + number.index
    const changed = `${text.slice(0, at)}${otherDigit(number[0])}${text.slice(at + number[0].length)}`
    return [
      {
        about: `${target.quote} (${target.unit})`,
        text: changed,
        targets: [i],
        fields: ['value'],
        // "trên 80% số xã và 100% số huyện": nothing is above the whole, so the word goes on to other shares only.
        may: (other, field) => other === target && field === 'comparator' && number[0] === '100',
      },
    ]
  })
}

/** The digit beside another on one side, or on the other where there is none. */
const nextDigit = (digit: number, step: 1 | -1): number => (digit + step < 0 || digit + step > 9 ? digit - step : digit + step)

/** One year of a deadline at a time: all targets change that are told to end there, and no other. */
export function otherDeadlines({ text, targets }: Extraction): OtherFigure[] {
  const places = new Map<string, number[]>()
  targets.forEach(({ evidence }, i) => {
    const span = evidence.deadline
    if (span && hasYear(text.slice(span.start, span.end))) places.set(`${span.start}-${span.end}`, [...(places.get(`${span.start}-${span.end}`) ?? []), i])
  })
  return [...places].map(([place, indexes]) => {
    const [start, end] = place.split('-').map(Number) as [number, number]
    const words = text.slice(start, end)
    // Nothing was reached in a year that is yet to come: one of results is an earlier one.
    const earlier = indexes.some(i => targets[i]?.role === 'result')
    const changed = words.replace(/(20\d)(\d)(?!\d)(?![\s\S]*20\d\d)/, (_, decade: string, year: string) => decade + nextDigit(Number(year), earlier ? -1 : 1))
    return {
      about: words,
      text: text.slice(0, start) + changed + text.slice(end),
      targets: indexes,
      fields: ['deadline'],
      // "cả năm", "6 tháng đầu năm" are of the year that was named before; a result beside a year to come has no time, beside one that is over it may be of that.
      may: ({ role, evidence }, field) =>
        evidence.deadline == null ? role === 'result' && earlier : field === 'deadline' && !hasYear(text.slice(evidence.deadline.start, evidence.deadline.end)),
    }
  })
}

const printed = (target: Target, field: Field): string => JSON.stringify(target[field] ?? null)

/** What is other in the targets than the figure makes it, as lines. */
export function unexpected(before: Extraction, after: Extraction, wanted: OtherFigure): string[] {
  if (before.targets.length !== after.targets.length) return [`${before.targets.length} targets became ${after.targets.length}`]
  return before.targets.flatMap((target, i) =>
    fields.flatMap(field => {
      const [was, is] = [printed(target, field), printed(after.targets[i] as Target, field)]
      const isWanted = wanted.targets.includes(i) && wanted.fields.includes(field)
      return (was !== is) === isWanted || (!isWanted && wanted.may(target, field)) ? [] : [`${target.quote}: ${field} ${was} -> ${is}`]
    }),
  )
}
