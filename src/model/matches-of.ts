/**
 * Every match of a global pattern in a text, from left to right. It runs the pattern that it is given, where `matchAll` runs a copy of it: the engine forgets what it
 * compiled of copies, compiles them again, and without its optimizations once a process holds much compiled code, as this one does after some documents. The pattern
 * should therefore be one that stays, not one written where it is used.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    // A match of nothing must not be found again; a letter of two units is passed as a whole, as patterns with the flag `u` do.
    if (match[0] === '') pattern.lastIndex += pattern.unicode && (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1
  }
  return found
}
