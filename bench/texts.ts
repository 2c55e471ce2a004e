import { readdirSync, readFileSync } from 'node:fs'

const seeds = new URL('../seeds/', import.meta.url)

/** The decrees of `seeds/`, without byte order marks. */
export const seedTexts: readonly string[] = readdirSync(seeds)
  .sort()
  .map(file => readFileSync(new URL(file, seeds), 'utf8').replace(/^\uFEFF/, ''))

/** UTF-8 bytes of texts. */
export const bytesOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)

/** The first characters of the seeds, one after another: a decree of that length. */
export const decreeOf = (length: number): string => {
  const once = seedTexts.join('\n')
  return once.repeat(Math.ceil(length / once.length)).slice(0, length)
}
