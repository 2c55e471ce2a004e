import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { discover } from '../../src/batch/discover.js'
import { type IngestOptions, type IngestReport, ingest } from '../../src/batch/ingest.js'
import type { FileOutcome } from '../../src/batch/ingest-file.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { openStoreForWriting } from '../../src/store/open-store.js'

/** A decree of the seeds with its number; others are made of it by other numbers. */
const decree = readFileSync('seeds/003_a954f8546d252d68.txt', 'utf8')

/** The same decree under another number: another document. */
export const decreeOf = (number: number): string => {
  const text = decree.replaceAll('384/QĐ-UBND', `${number}/QĐ-UBND`)
  if (text === decree) throw new Error('the seed has no number to vary')
  return text
}

/** Writes decrees with the numbers 1 to `count` into a folder, as `01.txt`, …; gives the folder. */
export function writeDecrees(folder: string, count: number): string {
  mkdirSync(folder, { recursive: true })
  for (let n = 1; n <= count; n++) writeFileSync(join(folder, `${String(n).padStart(2, '0')}.txt`), decreeOf(n))
  return folder
}

export interface Batch {
  readonly report: IngestReport
  readonly outcomes: readonly FileOutcome[]
}

/** Ingests paths into a database as the command does. */
export async function runBatch(db: string, paths: readonly string[], options: Partial<IngestOptions> = {}): Promise<Batch> {
  const store = await openStoreForWriting(db)
  const outcomes: FileOutcome[] = []
  try {
    const found = await discover(paths)
    const report = await ingest(store.db, found, {
      rulebook: options.rulebook ?? loadRulebook(),
      limits: defaultLimits,
      force: false,
      onFile: o => outcomes.push(o),
      ...options,
    })
    return { report, outcomes }
  } finally {
    await store.close()
  }
}
