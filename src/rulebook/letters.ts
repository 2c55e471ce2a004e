/** Above this, letters have no small and capital form in any text this program reads; they stand for themselves. */
export const LETTERS = 0x2000

/** The letter that stands for a code unit and for all that a pattern with the flag `i` takes for the same (ECMAScript's Canonicalize). */
function canonical(code: number): number {
  const upper = String.fromCharCode(code).toUpperCase()
  const folded = upper.charCodeAt(0)
  return upper.length !== 1 || (code >= 128 && folded < 128) ? code : folded
}

/** `canonical` of every code below `LETTERS`. */
export const canonicalLetters: Uint16Array = Uint16Array.from({ length: LETTERS }, (_, code) => canonical(code))

/** Whether the letters from `LETTERS` on that a range holds could have another case: of those nothing is told. */
export const isCaseless = (code: number): boolean => canonical(code) === code && String.fromCharCode(code).toLowerCase() === String.fromCharCode(code)

/** The canonical letter of a code unit; `LETTERS` for all from there on, and for the end of a text. */
export const letterOf = (code: number): number => (code < LETTERS ? (canonicalLetters[code] as number) : LETTERS)

/** A text in canonical letters. */
export const canonicalText = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => {
    const code = text.charCodeAt(i)
    return String.fromCharCode(code < LETTERS ? (canonicalLetters[code] as number) : code)
  }).join('')
