import { foldPlain } from './fold.js'

/** How many letters must be put in, left out, changed or exchanged with their neighbour to make one word of another. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const [above, row] = [rows[i - 1] as number[], [i]]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] as number) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(changed, swapped, (above[j] as number) + 1, (row[j - 1] as number) + 1))
    }
  }
  return rows[a.length]?.[b.length] as number
}

/** The name that a mistyped one is most like, marks and capitals aside; null where none is near. One letter in four may be wrong. */
export function nearName(typed: string, names: readonly string[]): string | null {
  const word = foldPlain(typed).trim()
  const most = Math.floor(word.length / 4)
  const near = names.map(name => ({ name, distance: editDistance(word, foldPlain(name)) })).filter(({ distance }) => distance <= most)
  return near.sort((a, b) => a.distance - b.distance)[0]?.name ?? null
}
