import type { Span } from '../model/text.js'
import { applyReplacements, type Draft, type Replacement } from './draft.js'
import { signsOf } from './signs.js'

/** Makes capitals of the letters that the source shows as capitals by its font. Must be the first step: the places are the source's. */
export function capitalsStep(draft: Draft, capitals: readonly Span[]): Draft {
  const replacements = capitals.flatMap(({ start, end }): Replacement[] => {
    const before = draft.text.slice(start, end)
    const text = before.toUpperCase()
    return text === before || text.length !== before.length ? [] : [{ start, end, text }]
  })
  const made = applyReplacements(draft, 'capitals', replacements)
  // A small letter may have a capital that looks like another one (µ), which no sign told of.
  return made === draft ? draft : { ...made, signs: signsOf(made.text) }
}
