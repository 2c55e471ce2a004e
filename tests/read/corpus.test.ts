import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fileFormats } from '../../scripts/formats/convert.js'
import { extractFile, shareEqual } from '../../scripts/formats/measure.js'
import { type Agreement, compareExtractions } from '../../scripts/formats/records.js'
import type { Extraction } from '../../src/model/extraction.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { readDocumentFile } from '../../src/read/read-file.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

interface Listed {
  readonly file: string
  readonly format: string
  readonly seed: string
}

const { files } = parse(readFileSync('corpus/manifest.yaml', 'utf8')) as { files: readonly Listed[] }
const rulebook = loadRulebook()
const seeds = new Map<string, Extraction>()
async function ofSeed(seed: string): Promise<Extraction> {
  const known = seeds.get(seed) ?? extractDocument(await readDocumentFile(seed), rulebook)
  seeds.set(seed, known)
  return known
}
const counts = ({ equal, lost, extra }: Agreement) => ({ equal, lost: lost.length, extra: extra.length })

test('the list and the folders agree', () => {
  const there = ['formats', 'legacy'].flatMap(folder => readdirSync(join('corpus', folder)).map(name => `${folder}/${name}`))
  expect([...there].sort()).toEqual(files.map(f => f.file).sort())
  for (const { seed, format } of files) {
    expect(existsSync(seed), seed).toBe(true)
    expect(fileFormats.map(f => f.id)).toContain(format)
  }
})

// PDF whose letters are out of order needs a program outside npm: tests/read/formats.tools.test.ts.
describe('a file of any format gives the records of its text', () => {
  test.each(files.filter(f => f.format !== 'pdf-fallback').map(f => [f.file, f] as const))('%s', async (file, { format, seed }) => {
    const { targets, citations } = compareExtractions(await ofSeed(seed), await extractFile(join('corpus', file), rulebook))
    const figures = { targets: counts(targets), citations: counts(citations) }
    expect(figures.targets.equal + figures.targets.lost).toBeGreaterThan(10)
    expect(shareEqual(figures), JSON.stringify([targets.lost, citations.lost])).toBeGreaterThanOrEqual(fileFormats.find(f => f.id === format)?.threshold ?? 1)
  })
})

describe('the words of files in old fonts are those of their text', () => {
  test.each(['legacy/196-ctr-ubnd.vntime.doc', 'legacy/196-ctr-ubnd.vntime.rtf'])('%s: what the capitals font shows is known as capitals', async file => {
    const raw = await readDocumentFile(join('corpus', file))
    const { document } = extractDocument(raw, rulebook)
    expect(raw.encoding).toBe('tcvn3')
    expect(raw.markup.capitals?.length).toBeGreaterThan(0)
    expect(document.number).toBe('196/CTr-UBND')
    expect(document.issuer).toBe((await ofSeed('seeds/001_41017df549c1f71d.txt')).document.issuer)
  })
})
