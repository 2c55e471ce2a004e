const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

const steps = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** The value of a Roman number in capitals, up to CCCXCIX; null for other words and for numbers that are not written as they should be ("IIII"). */
export function readRoman(text: string): number | null {
  if (!/^[IVXLC]+$/.test(text)) return null
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const here = digits[text[i] as string] as number
    const next = digits[text[i + 1] as string] ?? 0
    sum += here < next ? -here : here
  }
  return writeRoman(sum) === text ? sum : null
}

/** A whole number from 1 to some thousands as a Roman one. */
export function writeRoman(value: number): string {
  let rest = value
  let text = ''
  for (const [size, letters] of steps) for (; rest >= size; rest -= size) text += letters
  return text
}
