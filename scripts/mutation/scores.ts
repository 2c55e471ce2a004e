import { readFileSync, writeFileSync } from 'node:fs'

/** What became of the changes of one file. */
export interface Score {
  readonly file: string
  readonly tried: number
  readonly noticed: number
  /** Those of the noticed that were noticed because the tests did not come to an end. */
  readonly endless: number
}

const PAGE = 'docs/mutation.md'
const ROW = /^\| `(src\/[^`]+)` \|.* ([\d.]+ %) \|$/gmu

export const shareOf = ({ tried, noticed }: Score): string => (tried === 0 ? '' : `${((100 * noticed) / tried).toFixed(1)} %`)

/** A row ends with the share that was measured first. */
const rowOf = (score: Score, first: string): string =>
  `| \`${score.file}\` | ${score.tried} | ${score.noticed} | ${score.endless} | ${shareOf(score)} | ${first} |`

/** Writes the row of a file in the table of the page: in place of the one before, the files in their order. */
export function saveScore(score: Score): void {
  const page = readFileSync(PAGE, 'utf8')
  const found = [...page.matchAll(ROW)]
  const rows = new Map(found.map(([row, file]) => [file as string, row]))
  rows.set(score.file, rowOf(score, found.find(([, file]) => file === score.file)?.[2] ?? shareOf(score)))
  const table = [...rows.keys()].sort().map(file => rows.get(file))
  const head = page.split('\n').filter(line => !line.startsWith('| `src/'))
  writeFileSync(PAGE, `${head.join('\n').trimEnd()}\n${table.join('\n')}\n`)
}
