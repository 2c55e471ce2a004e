/**
 * Whether two numbers of one length differ in one digit, or in two that changed places. The last digit does not count: documents of one day and
 * one kind are numbered one after the other.
 */
export function isDigitSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 2 || a.slice(0, -1) === b.slice(0, -1)) return false
  const different = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]))
  const [i = 0, j = 0] = different
  return different.length === 1 || (different.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i])
}

/** Keys of which two numbers share one when they are a slip apart: the number with one digit left open, and the smaller of it and a swap. */
export function slipKeys(number: string): string[] {
  const keys: string[] = []
  for (let i = 0; i < number.length - 1; i++) {
    keys.push(`${number.slice(0, i)}*${number.slice(i + 1)}`)
    const swapped = `${number.slice(0, i)}${number[i + 1]}${number[i]}${number.slice(i + 2)}`
    keys.push(swapped < number ? `~${swapped}` : `~${number}`)
  }
  return keys
}
