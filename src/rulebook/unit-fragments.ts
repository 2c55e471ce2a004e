import type { RuleFile } from './schema.js'

const literal = (form: string): string => form.replace(/[.*+?^${}()|[\]\\#]/g, '\\$&').replace(/\s+/g, ' _ ')

/** Longer forms stand before their beginnings: "km2" before "km". */
const alternatives = (forms: readonly string[]): string => [...new Set(forms)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join(' | ')

/**
 * The fragments `q-money`, `q-measure`, `q-time` and `q-scale`, made from all tables of units, so that a unit stands in one place.
 * Forms that begin with a digit ("1.000", in heads of columns) have rules of their own.
 */
export function unitFragments(files: readonly RuleFile<'units'>[]): Readonly<Record<string, string>> {
  const entries = files.flatMap(file => file.entries)
  const family = (name: string): string =>
    alternatives(
      entries
        .filter(entry => entry.family === name)
        .flatMap(({ forms, notBefore }) => forms.map(form => literal(form) + (notBefore.length > 0 ? `(?! _ (?:${notBefore.map(literal).join('|')}))` : ''))),
    )
  const scales = files.flatMap(file => file.scales.flatMap(scale => scale.forms)).filter(form => !/^\d/.test(form))
  const fragments = { 'q-money': family('money'), 'q-measure': family('measure'), 'q-time': family('time'), 'q-scale': alternatives(scales.map(literal)) }
  return Object.fromEntries(Object.entries(fragments).filter(([, pattern]) => pattern !== ''))
}
