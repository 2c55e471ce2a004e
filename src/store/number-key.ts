import { foldWords } from '../model/fold.js'

/** A number-symbol reduced to what all its spellings share: `45/2020/NĐ-CP`, `45/2020/nd-cp` and `45/2020/NĐCP` → `452020ndcp`. */
export const numberKey = (number: string): string =>
  foldWords(number.normalize('NFKC'))
    .replace(/[^a-z0-9]+/g, '')
    .replace(/^0+(?=\d)/, '')
