// Converts the seeds to every format, compares the records with those of the text, and keeps the figures for docs/accuracy.md:
//   npm run formats                      all formats; writes scripts/formats/figures.json (then run `npm run accuracy`)
//   npm run formats -- rtf scan          only these, with every difference; writes nothing
//   npm run formats -- --transcripts DIR  character accuracy of the files in DIR that have a NAME.transcript.txt
//   npm run formats -- --keep DIR        leaves the converted files in DIR
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { rawTextOf } from '../src/model/source.js'
import { extractDocument } from '../src/pipeline/pipeline.js'
import { loadRulebook } from '../src/rulebook/load-rulebook.js'
import { fileFormats } from './formats/convert.js'
import { type FormatFigures, measureFormat, seedTexts } from './formats/measure.js'
import { renderFormats } from './formats/page.js'
import { inWorkFolder, missingPrograms } from './formats/programs.js'
import { printTranscripts } from './formats/transcripts.js'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { transcripts: { type: 'string' }, keep: { type: 'string' } } })

async function printFormats(ids: readonly string[], keep: string | undefined): Promise<void> {
  const missing = await missingPrograms()
  if (missing.length > 0) throw new Error(`Missing: ${missing.join(', ')}. Debian: apt-get install libreoffice-writer-nogui poppler-utils.`)
  const rulebook = loadRulebook()
  const texts = seedTexts()
  const wanted = texts.map(({ text }) => extractDocument(rawTextOf(text), rulebook))
  const all: FormatFigures[] = []
  await inWorkFolder(async folder => {
    for (const format of fileFormats.filter(f => ids.length === 0 || ids.includes(f.id))) {
      try {
        const { figures, differences } = await measureFormat(format, folder, texts, wanted, rulebook)
        all.push(figures)
        if (ids.length > 0) for (const d of differences) console.log(`${format.id} ${d.text}: ${d.change} ${d.kind} ${d.record}`)
      } catch (error) {
        console.error(`${format.id}: ${String(error)}`)
        process.exitCode = 1
      }
    }
    if (keep) {
      mkdirSync(keep, { recursive: true })
      cpSync(folder, keep, { recursive: true, filter: path => !path.includes('profile') })
    }
  })
  console.log(renderFormats(all))
  if (ids.length === 0) writeFileSync(new URL('./formats/figures.json', import.meta.url), `${JSON.stringify(all, null, 2)}\n`)
}

if (values.transcripts) await printTranscripts(values.transcripts)
else await printFormats(positionals, values.keep)
