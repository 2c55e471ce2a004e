import type { Rulebook } from './rulebook.js'

/** A function that is worked out once for each rulebook: what is made of its tables serves all documents that follow. */
export function onceForRulebook<T>(build: (rulebook: Rulebook) => T): (rulebook: Rulebook) => T {
  const built = new WeakMap<Rulebook, { readonly value: T }>()
  return rulebook => {
    const known = built.get(rulebook)
    if (known) return known.value
    const value = build(rulebook)
    built.set(rulebook, { value })
    return value
  }
}
