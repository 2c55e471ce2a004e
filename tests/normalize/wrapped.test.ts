import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { missingIn, recordsOf } from '../../scripts/fuzz/records-of.js'
import { asParagraphs, hardWrapped } from '../../scripts/fuzz/relations.js'
import { createExtractor } from '../../src/index.js'

/** The seeds, and the documents of a folder that is named as for `npm run corpus:diff`. */
const folders = ['seeds', ...(process.env.CHITIEU_CORPUS ? [process.env.CHITIEU_CORPUS] : [])]
const files = folders.flatMap(folder => readdirSync(folder).flatMap(name => (/^(?!README).*\.(?:txt|md)$/.test(name) ? [join(folder, name)] : [])))
const textOf = (file: string): string => readFileSync(file, 'utf8').replace(/^\uFEFF/, '')

/** Widths of mail and of plain-text exports; the first lines of paragraphs are indented in one. */
const shapes = [
  [70, 0],
  [80, 0],
  [90, 4],
  [100, 0],
] as const

/** Where a line ends by chance in front of what opens an item elsewhere ("mức độ" | "4. …"), it cannot be known which it is; blanks at the head of a line may be a cell's. */
const FEW = 0.03

describe.each(files)('%s, broken to a width', file => {
  test.each(shapes)('%i letters, the first line by %i further in: the same records', async (width, indent) => {
    const extract = await createExtractor()
    const plain = asParagraphs(textOf(file), true)
    const [before, after] = [recordsOf(extract(plain)), recordsOf(extract(hardWrapped(plain, width, indent)))]
    const others = [...missingIn(after, before), ...missingIn(before, after)]
    expect(others.length, others.slice(0, 4).join('\n')).toBeLessThanOrEqual(file.startsWith('seeds') && indent === 0 ? 0 : before.length * FEW)
  })
})
