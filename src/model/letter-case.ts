/** Letters of Vietnamese and of Western languages: 0 no letter, 1 one that has no other capital, 2 a small one. */
const kinds = new Uint8Array(0x1f00)
for (let code = 0; code < kinds.length; code++) {
  const letter = String.fromCharCode(code)
  if (/[A-Za-zÀ-ɏḀ-ỹ]/.test(letter)) kinds[code] = letter === letter.toUpperCase() ? 1 : 2
}

/** Whether a code unit is a letter that has no other capital (1), a small letter (2) or no letter of Vietnamese and of Western languages (0). */
export const letterCase = (code: number): number => kinds[code] ?? 0

/** Whether a text holds a small letter of Vietnamese or of a Western language; most lines that are asked hold one among their first letters. */
export function hasSmallLetter(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (letterCase(text.charCodeAt(i)) === 2) return true
  return false
}
