import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'
import { foldWords } from './fold.js'

/** The name that a mistyped one is most like, marks and capitals aside; null where none is near. One letter in four may be missing, wrong or exchanged with its neighbour. */
export function nearName(typed: string, names: readonly string[]): string | null {
  const word = foldWords(typed)
  const most = Math.floor(word.length / 4)
  const near = names
    .map(name => ({ name, distance: DamerauLevenshteinDistance(word, foldWords(name), { restricted: true }) }))
    .filter(({ distance }) => distance <= most)
  return near.sort((a, b) => a.distance - b.distance)[0]?.name ?? null
}
