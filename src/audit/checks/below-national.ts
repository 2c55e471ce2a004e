import { say } from '../../model/bilingual.js'
import { isInBrackets } from '../../model/brackets.js'
import type { TargetRecord } from '../../model/extraction.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { NationalTarget } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { shorten } from '../describe.js'
import { isDay } from '../mentions.js'

/** Below this the catalogue entry is a guess. */
const LEAST_SCORE = 0.8

/** The year a target is due in; of a period its last. */
const dueYear = ({ deadline }: TargetRecord): string | null => deadline?.split('/').at(-1)?.slice(0, 4) ?? null

const isSameLevel = (target: TargetRecord, row: NationalTarget): boolean =>
  row.level === null ? target.levels === null : target.levels?.length === 1 && target.levels[0] === row.level

/** A yearly step and a change since a year are other measures than a level. */
const isPlain = (target: TargetRecord): boolean =>
  target.role === 'target' && target.recurrence === null && target.valueMax === null && target.change !== 'increase'

function isBelow(target: TargetRecord, row: NationalTarget): boolean {
  return row.comparator === 'lte' ? target.value > row.value : target.value < row.value && ['gte', 'eq', 'approx'].includes(target.comparator)
}

/** A province sets itself less than a central programme sets for all. */
export const belowNational: DocumentCheck = {
  id: 'target.below-national',
  name: say('Below the national target', 'Thấp hơn chỉ tiêu trung ương'),
  about: 'A target lies below what a central programme sets for the same indicator, deadline and level.',
  scope: 'document',
  inspect: (document, tables) => {
    const { targets, text, document: own } = document.extraction
    return targets.flatMap((target): Draft[] => {
      if (target.indicator === null || (target.indicatorScore ?? 0) < LEAST_SCORE || !isPlain(target)) return []
      // "100% người dân … (tối thiểu 40%)" promises 100 %: the brackets gloss it.
      if (isInBrackets(text, target.span.start, target.statement.start)) return []
      const row = tables.nationalTargets
        .filter(
          ({ indicator, unit, deadline, date }) =>
            indicator === target.indicator && unit === target.unit && deadline === dueYear(target) && isDay(own.date) && date <= own.date,
        )
        .filter(national => isSameLevel(target, national) && isBelow(target, national))
        .toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
      if (!row) return []
      const quote = shorten(target.quote)
      const message = say(
        `"${quote}" by ${dueYear(target)} lies below what ${row.document} of ${row.date} sets: ${row.wording}.`,
        `Mức “${quote}” đến năm ${dueYear(target)} thấp hơn mức của ${row.document} ngày ${vietnameseTime(row.date)}: ${row.wording}.`,
      )
      return [{ severity: 'info', message, at: { document, span: target.span } }]
    })
  },
}
