import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocumentFile } from '../../src/read/read-file.js'
import { characterAccuracy } from './character-accuracy.js'

/** Prints how the reading of every file in a folder agrees with its transcript: the share of characters, with NFC and blanks folded. */
export async function printTranscripts(folder: string): Promise<void> {
  for (const name of readdirSync(folder).sort()) {
    const transcript = join(folder, name.replace(/\.\w+$/, '.transcript.txt'))
    if (name.endsWith('.transcript.txt') || !existsSync(transcript)) continue
    const { text, reader, encoding } = await readDocumentFile(join(folder, name))
    console.log(`${(100 * characterAccuracy(text, readFileSync(transcript, 'utf8'))).toFixed(2)} %  ${name} (${reader}, ${encoding})`)
  }
}
