/** The twelve vowels of Vietnamese with their marks of quality, lower case. */
export const vowels = [...'aăâeêioôơuưy']

/** The tone marks as combining characters: level, falling, rising, dipping (hỏi), broken (ngã), heavy. */
export const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'] as const

const lower = vowels.flatMap(vowel => tones.map(tone => (vowel + tone).normalize('NFC'))).concat('đ')

/** Every Vietnamese letter that ASCII lacks, both cases: 134. */
export const markedLetters: readonly string[] = [...lower, ...lower.map(l => l.toUpperCase())].filter(l => l > '\u007f')
