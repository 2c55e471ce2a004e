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

/** Small letters without any mark ("Cải cách" -> "cai cach", đ -> d), for likeness rather than identity. */
export function foldPlain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
}
