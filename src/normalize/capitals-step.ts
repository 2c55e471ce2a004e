import type { Span } from '../model/text.js'
import { applyReplacements, type Draft, type Replacement } from './draft.js'

/** Makes capitals of the letters that the source shows as capitals by its font. Must be the first step: the places are the source's. */
export function capitalsStep(draft: Draft, capitals: readonly Span[]): Draft {
  const replacements = capitals.flatMap(({ start, end }): Replacement[] => {
    const before = draft.text.slice(start, end)
    const text = before.toUpperCase()
    return text === before || text.length !== before.length ? [] : [{ start, end, text }]
  })
  return applyReplacements(draft, 'capitals', replacements)
}
