import { matchesOf } from '../../model/matches-of.js'
import type { Span } from '../../model/text.js'

/** How many units before the bracket are looked at. */
const WIDTH = 400
const WORD = /[\p{L}\d]+/gu
const INITIALS = /^[A-ZĐ&]{2,12}$/u

const initialOf = (word: string): string => (word[0] as string).toUpperCase().normalize('NFD')[0] as string
const plain = (letter: string): string => (letter === 'Đ' ? 'Đ' : (letter.normalize('NFD')[0] as string))

/**
 * The words right before `end` that a short form stands for: for initials the words that begin with them ("CCHC": cải cách hành chính), else what
 * stands from the last place on where the short form's own first words stand with their capital ("Chương trình"). Null where neither tells.
 */
export function findMeaning(text: string, end: number, floor: number, short: string): Span | null {
  const start = Math.max(floor, end - WIDTH)
  const before = text.slice(start, end)
  const found = INITIALS.test(short) ? byInitials(before, short) : byFirstWords(before, short)
  return found && { start: start + found.start, end: start + found.end }
}

function byInitials(before: string, short: string): Span | null {
  const letters = [...short.replaceAll('&', '')]
  const words = matchesOf(before, WORD).slice(-letters.length)
  const [first, last] = [words[0], words.at(-1)]
  if (words.length < letters.length || !first || !last) return null
  const fits = words.every((word, i) => initialOf(word[0]) === plain(letters[i] as string))
  return fits && /^[\s*]*$/.test(before.slice(last.index + last[0].length)) ? { start: first.index, end: last.index + last[0].length } : null
}

/** "Chương trình phát triển Chính phủ số (…gọi tắt là Chương trình)"; a clause's end between them parts the two. */
function byFirstWords(before: string, short: string): Span | null {
  const opening = /^\p{Lu}\p{L}*(?: (?!số )\p{Ll}+){0,2}/u.exec(short)?.[0]
  if (opening === undefined || !/\s/.test(opening.trim()) || /\d/.test(opening)) return null
  const at = before.lastIndexOf(opening)
  const words = at < 0 ? '' : before.slice(at).replace(/[\s,]+$/, '')
  const isApart = at > 0 && /[\p{L}\d]/u.test(before[at - 1] as string)
  return words.length > opening.length && !isApart && !/[;:]|\. /.test(words) ? { start: at, end: at + words.length } : null
}
