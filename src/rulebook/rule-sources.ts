import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PipelineError } from '../model/errors.js'
import { systemReason } from '../model/system-reason.js'
import type { RuleSource } from './prepare-rules.js'

/** The rules that come with the program; `src/` and `dist/` both stand beside `rules/`. */
export const ownRulesDirectory = fileURLToPath(new URL('../../rules', import.meta.url))

/** What stands at a path, undefined for nothing; what cannot even be asked for (a name too long, a folder that is closed) is told as a fault of the rules. */
function entryOf(directory: string): Stats | undefined {
  try {
    return statSync(directory, { throwIfNoEntry: false })
  } catch (error) {
    throw new PipelineError('E_RULES_INVALID', { file: directory, reason: systemReason(error) }, { cause: error })
  }
}

/** Reads every YAML file under a folder, in the order of their paths; errors call it by the name of the folder as the user gave it. */
export function readRuleSources(directory: string): RuleSource[] {
  const name = directory === ownRulesDirectory ? 'rules' : directory
  const entry = entryOf(directory)
  if (!entry?.isDirectory()) throw new PipelineError('E_RULES_INVALID', { file: directory, reason: entry ? 'it is no folder' : 'the folder does not exist' })
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
  if (files.length === 0) throw new PipelineError('E_RULES_INVALID', { file: directory, reason: 'the folder holds no .yaml file' })
  return files
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(file => {
      const path = relative(directory, file).split(sep).join('/')
      return { path, name: join(name, path), text: readFileSync(file, 'utf8') }
    })
}

/** SHA-256 over the paths and texts of rule files in order. */
export function hashOf(sources: readonly RuleSource[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of sources) hash.update(path).update('\0').update(text).update('\0')
  return hash.digest('hex')
}
