import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedTexts } from './texts.js'

/** Units of the beginning of a decree, and of the piece of its body that follows. */
const [headLength, pieceLength] = [1500, 1500]

/** Writes short decrees as files, each another by its number and by the piece of a seed that it holds; gives the folder. */
export function writeShortDecrees(folder: string, count: number): string {
  mkdirSync(folder, { recursive: true })
  for (let n = 0; n < count; n++) {
    const text = seedTexts[n % seedTexts.length] as string
    const from = headLength + ((n * 997) % Math.max(1, text.length - headLength - pieceLength))
    const piece = text.slice(text.indexOf('\n', from), from + pieceLength)
    writeFileSync(
      join(folder, `${String(n).padStart(6, '0')}.txt`),
      `${text.slice(0, headLength)}\n${piece}\n\nPhấn đấu đạt ${1 + (n % 99)}% kế hoạch số ${n + 1}.\n`,
    )
  }
  return folder
}
