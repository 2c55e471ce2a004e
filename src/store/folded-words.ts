import { foldWords } from '../model/fold.js'

/** The words of a text in lower case without diacritics, one blank before, between and after them. */
export const foldedWords = (text: string): string =>
  ` ${foldWords(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
