import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PipelineError } from '../model/errors.js'
import { buildRulebook, type RuleSource } from './build-rulebook.js'
import type { Rulebook } from './rulebook.js'

/** The rules that come with the program; `src/` and `dist/` both stand beside `rules/`. */
export const ownRulesDirectory = fileURLToPath(new URL('../../rules', import.meta.url))

/** Reads every YAML file under a folder, in the order of their paths. */
export function readRuleSources(directory: string): RuleSource[] {
  if (!existsSync(directory)) throw new PipelineError('E_RULES_INVALID', { file: directory, reason: 'the folder does not exist' })
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(file => ({ path: relative(directory, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
}

/** Loads and compiles the program's rules, and a user's folder of rules beside them. */
export function loadRulebook(userDirectory?: string): Rulebook {
  const own = readRuleSources(ownRulesDirectory)
  const added = userDirectory ? readRuleSources(userDirectory) : []
  const hash = createHash('sha256')
  for (const { path, text } of [...own, ...added]) hash.update(path).update('\0').update(text).update('\0')
  return buildRulebook(own, added, hash.digest('hex'))
}
