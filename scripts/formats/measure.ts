import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Extraction } from '../../src/model/extraction.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { defaultLimits } from '../../src/read/limits.js'
import { readDocumentFile } from '../../src/read/read-file.js'
import type { Rulebook } from '../../src/rulebook/index.js'
import type { FileFormat, Text } from './convert.js'
import { type Agreement, compareExtractions } from './records.js'

/** How the records of one format's files agree with those of the texts they were made from. */
export interface FormatFigures {
  readonly id: string
  readonly label: string
  readonly threshold: number
  readonly readers: readonly string[]
  readonly targets: Counts
  readonly citations: Counts
}

export interface Counts {
  readonly equal: number
  readonly lost: number
  readonly extra: number
}

/** One record that a format lost or added. */
export interface Difference {
  readonly text: string
  readonly kind: 'target' | 'citation'
  readonly change: 'lost' | 'extra'
  readonly record: string
}

export interface Measurement {
  readonly figures: FormatFigures
  readonly differences: readonly Difference[]
}

/** The five seeds. */
export const seedTexts = (folder = 'seeds'): readonly Text[] =>
  readdirSync(folder)
    .filter(f => f.endsWith('.txt'))
    .sort()
    .map(f => ({ name: basename(f, '.txt').slice(0, 3), text: readFileSync(join(folder, f), 'utf8') }))

/** Reads a file and extracts its records. */
export const extractFile = async (file: string, rulebook: Rulebook): Promise<Extraction & { readonly reader: string }> => {
  // A busy machine recognises a page in several seconds; what is measured here is what is read, not how fast.
  const raw = await readDocumentFile(file, { ...defaultLimits, maxSeconds: 1800 })
  return { ...extractDocument(raw, rulebook), reader: raw.reader }
}

const count = (agreements: readonly Agreement[]): Counts => ({
  equal: agreements.reduce((sum, a) => sum + a.equal, 0),
  lost: agreements.reduce((sum, a) => sum + a.lost.length, 0),
  extra: agreements.reduce((sum, a) => sum + a.extra.length, 0),
})

/** Converts the texts to a format, extracts the records of the files and compares them with `wanted`, those of the texts. */
export async function measureFormat(
  format: FileFormat,
  folder: string,
  texts: readonly Text[],
  wanted: readonly Extraction[],
  rulebook: Rulebook,
): Promise<Measurement> {
  const files = await format.make(folder, texts)
  const readers = new Set<string>()
  const compared: { readonly targets: Agreement; readonly citations: Agreement }[] = []
  for (const [i, file] of files.entries()) {
    const extraction = await extractFile(file, rulebook)
    readers.add(extraction.reader)
    compared.push(compareExtractions(wanted[i] as Extraction, extraction))
  }
  const differences = compared.flatMap(({ targets, citations }, i) =>
    [['target', targets] as const, ['citation', citations] as const].flatMap(([kind, agreement]) => [
      ...agreement.lost.map(record => ({ text: texts[i]?.name ?? '', kind, change: 'lost' as const, record })),
      ...agreement.extra.map(record => ({ text: texts[i]?.name ?? '', kind, change: 'extra' as const, record })),
    ]),
  )
  return {
    figures: {
      id: format.id,
      label: format.label,
      threshold: format.threshold,
      readers: [...readers].sort(),
      targets: count(compared.map(c => c.targets)),
      citations: count(compared.map(c => c.citations)),
    },
    differences,
  }
}

/** The share of the text's targets and citations that a format gives unchanged. */
export const shareEqual = ({ targets, citations }: Pick<FormatFigures, 'targets' | 'citations'>): number => {
  const owed = targets.equal + targets.lost + citations.equal + citations.lost
  return owed === 0 ? 1 : (targets.equal + citations.equal) / owed
}
