/** NFC with every run of blanks and control characters as one blank: what two readings of a text are compared in. */
export const foldBlanks = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** The number of insertions, deletions and replacements between two strings, or null when there are more than `most`. */
function distanceWithin(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null
  const width = 2 * most + 1
  let row = new Int32Array(width + 2).fill(most + 1)
  let next = new Int32Array(width + 2).fill(most + 1)
  for (let d = 0; d <= most; d++) row[most + d + 1] = d
  for (let i = 1; i <= a.length; i++) {
    next.fill(most + 1)
    const unit = a.charCodeAt(i - 1)
    for (let k = Math.max(0, most - i); k < width; k++) {
      const j = i + k - most
      if (j > b.length) break
      if (j === 0) {
        next[k + 1] = i
        continue
      }
      const replaced = (row[k + 1] as number) + (b.charCodeAt(j - 1) === unit ? 0 : 1)
      next[k + 1] = Math.min(replaced, (row[k + 2] as number) + 1, (next[k] as number) + 1)
    }
    ;[row, next] = [next, row]
  }
  const distance = row[b.length - a.length + most + 1] as number
  return distance <= most ? distance : null
}

/** The edit distance of two strings, looked for in widening bands: time grows with length times distance. */
export function editDistance(a: string, b: string): number {
  for (let most = 64; ; most *= 4) {
    const distance = distanceWithin(a, b, Math.min(most, Math.max(a.length, b.length)))
    if (distance !== null) return distance
  }
}

/** The share of a transcript's characters that a reading has right: 1 less edits a character, both folded. */
export function characterAccuracy(reading: string, transcript: string): number {
  const [a, b] = [foldBlanks(reading), foldBlanks(transcript)]
  return b.length === 0 ? 0 : 1 - editDistance(a, b) / b.length
}
