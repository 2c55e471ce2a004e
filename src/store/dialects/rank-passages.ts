/** A passage of which is known what it says, folded. */
interface Folded {
  readonly folded: string
}

/** Length that is added to each passage's own, so that a heading of three words is not always the best. */
const FIXED_LENGTH = 200

/** A pattern for words side by side, whatever signs stand between them. */
const patternOf = (words: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'gu')

/** The share of a passage's units that are in the asked words. */
function densityOf({ folded }: Folded, terms: readonly RegExp[]): number {
  let units = 0
  for (const term of terms) for (const [found] of folded.matchAll(term)) units += found.length
  return units / (folded.length + FIXED_LENGTH)
}

/** Passages that have one of the terms, each some words side by side, by how dense these stand in them; those that are equal stay in their order. */
export function rankPassages<P extends Folded>(passages: readonly P[], terms: readonly (readonly string[])[]): P[] {
  const patterns = terms.map(patternOf)
  return passages
    .map(passage => ({ passage, density: densityOf(passage, patterns) }))
    .filter(ranked => ranked.density > 0)
    .sort((a, b) => b.density - a.density)
    .map(ranked => ranked.passage)
}
