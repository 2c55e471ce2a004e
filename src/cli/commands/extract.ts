import { extractDocument } from '../../pipeline/pipeline.js'
import { readDocumentFile } from '../../read/read-file.js'
import { loadRulebook } from '../../rulebook/load-rulebook.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { limitsOf } from '../limits-of.js'

export async function runExtract(call: Call): Promise<number> {
  const file = call.args[0] as string
  const raw = await readDocumentFile(file, limitsOf(call))
  const extraction = extractDocument(raw, loadRulebook(call.text('rules')))
  call.out(`${JSON.stringify(extraction, null, 2)}\n`)
  return exitCodes.done
}
