import { foldWords } from '../../model/fold.js'
import type { Rulebook } from '../../rulebook/index.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'

/** A province by the code it had on a date. */
export interface ProvinceRef {
  readonly code: string
  readonly name: string
}

const fold = (text: string): string =>
  foldWords(text)
    .replace(/\s*-\s*/g, ' - ')
    .trim()

/** All provinces there are or were, with their names as `fold` gives them. */
const provincesOf = onceForRulebook(rulebook =>
  rulebook.tables('provinces').flatMap(table => table.entries.map(p => ({ ...p, folded: [p.name, ...p.aliases].map(fold) }))),
)

const longestFirst = onceForRulebook(rulebook => provincesOf(rulebook).toSorted((a, b) => b.name.length - a.name.length))

/** The provinces that stood on an ISO date (today's when null), longest names first. */
function standing(date: string | null, rulebook: Rulebook) {
  const at = date ?? '9999-12-31'
  return longestFirst(rulebook).filter(p => (p.from === null || p.from <= at) && (p.until === null || p.until >= at))
}

/**
 * The province whose name ends the words ("TỈNH HÀ TĨNH", "thành phố Cần Thơ", "Trà Vinh"), among those that stood on the date: a code or a
 * name alone does not say which. A document dated after a merger may still print the old name; then the old one is given.
 */
export function findProvince(words: string, date: string | null, rulebook: Rulebook): ProvinceRef | null {
  const folded = ` ${fold(words)}`
  for (const entries of [standing(date, rulebook), provincesOf(rulebook)]) {
    const found = entries.find(p => p.folded.some(name => folded.endsWith(` ${name}`)))
    if (found) return { code: found.code, name: found.name }
  }
  return null
}

/** The first province named after "tỉnh" or "thành phố" anywhere in the words. */
export function findNamedProvince(words: string, date: string | null, rulebook: Rulebook): ProvinceRef | null {
  const folded = fold(words)
  const found = standing(date, rulebook)
    .map(p => ({
      p,
      at: Math.min(
        ...p.folded
          .flatMap(name => ['tinh ', 'thanh pho ', 'tp. ', 'tp '].map(unit => folded.indexOf(unit + name)).filter(i => i >= 0))
          .concat(Number.POSITIVE_INFINITY),
      ),
    }))
    .filter(f => Number.isFinite(f.at))
    .sort((a, b) => a.at - b.at)[0]
  return found ? { code: found.p.code, name: found.p.name } : null
}
