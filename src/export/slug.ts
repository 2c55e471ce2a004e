import { foldWords } from '../model/fold.js'

/** Words as a part of an address or of a file's name: `3504/QĐ-UBND` → `3504-qd-ubnd`. */
export const slug = (words: string): string =>
  foldWords(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
