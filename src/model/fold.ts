import { byUnits } from './fold-units.js'

/** `o` before a toned a/e, `u` before a toned y: the old placement of the tone, moved to the new one letter for letter. */
const MOVED: Readonly<Record<string, string>> = {
  òa: 'oà',
  óa: 'oá',
  ỏa: 'oả',
  õa: 'oã',
  ọa: 'oạ',
  òe: 'oè',
  óe: 'oé',
  ỏe: 'oẻ',
  õe: 'oẽ',
  ọe: 'oẹ',
  ùy: 'uỳ',
  úy: 'uý',
  ủy: 'uỷ',
  ũy: 'uỹ',
  ụy: 'uỵ',
}

/** Small letters with one placement of the tone ("Uỷ", "ủy" -> "uỷ"); keeps the length of NFC text. */
export function foldTone(text: string): string {
  const small = text.toLowerCase()
  const kept = small.length === text.length ? small : text
  return kept.replace(/[òóỏõọ][ae]|[ùúủũụ]y/g, pair => MOVED[pair] ?? pair)
}

/** Lower case, without diacritics, đ as d, one blank between words: spellings such as Hoà/Hòa and Uỷ/Ủy become equal. */
export const foldWords = byUnits(text =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐð]/g, 'd')
    .toLowerCase(),
)
