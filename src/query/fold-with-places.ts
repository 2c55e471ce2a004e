import { remembered } from '../model/remembered.js'

/** A text folded for search, with the place in the original of each folded unit. */
export interface FoldedText {
  readonly text: string
  readonly places: readonly number[]
}

/** What a character is folded to: letters and digits without marks, nothing for a mark alone, a blank for all else. */
const foldedCharacter = remembered(character => {
  const base = character
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐð]/g, 'd')
    .toLowerCase()
  return base === '' || /^[\p{L}\p{N}]+$/u.test(base) ? base : ' '
}, 5000)

/** Folds as `foldedWords` does - lower case, no diacritics, đ as d, one blank between words - and keeps where each unit came from. */
export function foldWithPlaces(original: string): FoldedText {
  let text = ' '
  const places: number[] = [0]
  let at = 0
  for (const character of original) {
    const folded = foldedCharacter(character)
    if (folded !== '' && !(folded === ' ' && text.endsWith(' '))) {
      text += folded
      for (let i = 0; i < folded.length; i++) places.push(at)
    }
    at += character.length
  }
  if (!text.endsWith(' ')) {
    text += ' '
    places.push(original.length)
  }
  return { text, places }
}

/** A syllable's letters and, apart from their place, its marks: "hoà" and "hòa" are equal, "hoa" is not. */
const syllableKey = remembered(word => {
  const parts = word.normalize('NFD').toLowerCase()
  return `${parts.replace(/\p{M}+/gu, '')}:${[...(parts.match(/\p{M}/gu) ?? [])].sort().join('')}`
}, 20_000)

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Whether the words stand in the text with the very diacritics they were asked with. */
export function hasSameMarks(text: string, asked: string): boolean {
  const keys = ` ${wordsIn(text).map(syllableKey).join(' ')} `
  return keys.includes(` ${wordsIn(asked).map(syllableKey).join(' ')} `)
}
