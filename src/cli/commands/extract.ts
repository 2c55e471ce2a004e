import { extractWithin } from '../../pipeline/extract-within.js'
import { readDocumentFile } from '../../read/read-file.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { limitsOf } from '../limits-of.js'
import { rulesOf } from '../rules-of.js'

export async function runExtract(call: Call): Promise<number> {
  const file = call.args[0] as string
  const limits = limitsOf(call)
  const raw = await readDocumentFile(file, limits)
  const extraction = extractWithin(raw, await rulesOf(call), limits.maxSeconds)
  call.out(`${JSON.stringify(extraction, null, 2)}\n`)
  return exitCodes.done
}
