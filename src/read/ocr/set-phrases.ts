import type { Passage } from '../layout/table-rows.js'

/**
 * Words that OCR reads with an acute where a hook is printed, in phrases that Vietnamese has with the hook alone: "sửa đối" is no word, "đối với" is one. Only such pairs are
 * mended; a word by itself stays as it was read.
 */
const MISREAD: readonly (readonly [pattern: RegExp, hooked: string])[] = [
  [/(?<=(?<!\p{L})(?:sửa|thay|trao|chuyển) đ)ố(?=i(?!\p{L})(?! (?:với|tượng|tác|thoại)(?!\p{L})))/giu, 'ổ'],
  [/(?<=(?<!\p{L})th)ấ(?=m (?:định|quyền|tra)(?!\p{L}))/giu, 'ẩ'],
  [/(?<=(?<!\p{L})b)ố(?= sung(?!\p{L}))/giu, 'ổ'],
  [/(?<=(?<!\p{L})t)ố(?= chức(?!\p{L}))/giu, 'ổ'],
  [/(?<=(?<!\p{L})t)ố(?=ng (?:hợp|số|cục|thể|kết)(?!\p{L}))/giu, 'ổ'],
]

/** Mends what OCR misreads in set phrases. Lengths stay the same. */
export const mendSetPhrases = (passage: Passage): Passage => {
  const text = MISREAD.reduce(
    (words, [pattern, hooked]) => words.replace(pattern, letter => (letter === letter.toUpperCase() ? hooked.toUpperCase() : hooked)),
    passage.text,
  )
  return text === passage.text ? passage : { ...passage, text }
}
