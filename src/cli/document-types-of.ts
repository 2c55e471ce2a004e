import { foldWords } from '../model/fold.js'
import { type Call, usageError } from './command.js'
import { rulesOf } from './rules-of.js'

/** The document type a call asks for with `--type`, by a name that the rules know, in any spelling; throws `E_USAGE` with their names for another. */
export async function documentTypeOf(call: Call): Promise<string | undefined> {
  const asked = call.text('type')
  if (asked === undefined) return undefined
  const names = (await rulesOf(call)).tables('document-types').flatMap(file => file.entries.map(entry => entry.name))
  const found = names.find(name => foldWords(name) === foldWords(asked))
  if (found === undefined) throw usageError(`No document type is named ${asked}. There are: ${[...new Set(names)].join(', ')}.`)
  return found
}
