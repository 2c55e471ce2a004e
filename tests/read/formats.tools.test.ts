import { describe, expect, test } from 'vitest'
import { fileFormats } from '../../scripts/formats/convert.js'
import { measureFormat, seedTexts, shareEqual } from '../../scripts/formats/measure.js'
import { inWorkFolder, missingPrograms } from '../../scripts/formats/programs.js'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const missing = await missingPrograms()
const rulebook = loadRulebook()
const texts = seedTexts()
const wanted = texts.map(({ text }) => extractDocument(rawTextOf(text), rulebook))

// In CI the programs are installed, and their absence is a failure there.
describe.skipIf(missing.length > 0 && !process.env.CI)('the seeds give the same records in every format', () => {
  test.each(fileFormats.map(f => [f.label, f] as const))(
    '%s',
    async (_label, format) => {
      const { figures, differences } = await inWorkFolder(folder => measureFormat(format, folder, texts, wanted, rulebook))
      expect(figures.targets.equal + figures.targets.lost).toBeGreaterThan(200)
      expect(shareEqual(figures), JSON.stringify(differences.slice(0, 10), null, 1)).toBeGreaterThanOrEqual(format.reached ?? format.threshold)
    },
    600_000,
  )
})
