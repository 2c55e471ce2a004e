/** Whether the place `at` stands inside round brackets that open in `text` at or after `from`. */
export function isInBrackets(text: string, at: number, from = 0): boolean {
  const before = text.slice(from, at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}
