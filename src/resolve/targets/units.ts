import { entryOf } from '../../model/entry-of.js'
import type { QuantityFind } from '../../model/quantity-find.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'
import { parseNumber, scaled } from './numbers.js'

export interface Measure {
  readonly value: number
  readonly valueMax: number | null
  readonly unit: string
  readonly denominator: number | null
}

export interface UnitTable {
  /** The measured value of a find, or null when its number cannot be read. */
  measure(find: QuantityFind): Measure | null
}

const fold = (s: string): string => s.toLowerCase().replace(/\s+/g, ' ').trim()

/** Reads the rule files of kind `units`. An exact form wins over a folded one: "MW" is not "mw". */
export const unitTable = onceForRulebook((rulebook): UnitTable => {
  const exact = new Map<string, { unit: string; factor: number }>()
  const folded = new Map<string, { unit: string; factor: number }>()
  const scales = new Map<string, number>()
  for (const file of rulebook.tables('units')) {
    for (const { unit, forms, factor } of file.entries) {
      for (const form of forms) {
        exact.set(form, { unit, factor })
        folded.set(fold(form), { unit, factor })
      }
    }
    for (const { forms, factor } of file.scales) for (const form of forms) scales.set(fold(form), factor)
  }
  const kinds: Readonly<Record<string, string>> = { rank: 'rank', count: 'count' }

  return {
    measure(find) {
      const number = parseNumber(find.number)
      if (number === null) return null
      const upper = find.upper === null ? null : parseNumber(find.upper)
      const known = find.unit === null ? undefined : (exact.get(find.unit) ?? folded.get(fold(find.unit)))
      const unit = known?.unit ?? entryOf(kinds, String(find.emit.kind)) ?? (typeof find.emit.unit === 'string' ? find.emit.unit : null)
      if (unit === null) return null
      const factor = (known?.factor ?? 1) * (find.scale === null ? 1 : (scales.get(fold(find.scale)) ?? 1))
      const out = find.denominator === null ? null : parseNumber(find.denominator)
      return {
        value: scaled(number, factor),
        valueMax: upper === null ? null : scaled(upper, factor),
        unit,
        denominator: out === null ? null : scaled(out, factor),
      }
    },
  }
})
