import { parseDocument } from 'yaml'
import { PipelineError } from '../model/errors.js'
import { nearName } from '../model/near-name.js'
import { preparePattern } from './prepare-pattern.js'
import type { PreparedPattern, PreparedRule, PreparedRules } from './prepared-rules.js'
import { type RuleFile, type RuleFileKind, ruleFileSchemas } from './schema.js'
import { unitFragments } from './unit-fragments.js'

/** One rule file as text: its path under its folder of rules, what errors call it, and what it holds. */
export interface RuleSource {
  readonly path: string
  readonly name: string
  readonly text: string
}

const fault = (file: string, reason: string): PipelineError => new PipelineError('E_RULES_INVALID', { file, reason })

/** The values of a YAML file. Throws for what is no YAML, and for a tag of another program, of which only the words would be left. */
function valuesOf({ name, text }: RuleSource): unknown {
  const document = parseDocument(text)
  const wrong = document.errors[0] ?? document.warnings[0]
  if (wrong) throw fault(name, wrong.message.split('\n')[0] as string)
  try {
    return document.toJS()
  } catch (error) {
    throw fault(name, (error as Error).message)
  }
}

function parseFile(source: RuleSource): RuleFile {
  const { name } = source
  const data = valuesOf(source)
  const kind = (data as { kind?: string } | null)?.kind ?? ''
  const schema = ruleFileSchemas[kind as RuleFileKind]
  if (!Object.hasOwn(ruleFileSchemas, kind))
    throw fault(name, `its kind is ${JSON.stringify(kind)}, which is none of ${Object.keys(ruleFileSchemas).join(', ')}`)
  const result = schema.safeParse(data)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw fault(name, `${issue?.path.join('.')}: ${issue?.message}`)
  }
  return result.data as RuleFile
}

const like = (typed: string, names: readonly string[]): string => {
  const near = nearName(typed, names)
  return near === null ? '' : ` (did you mean ${near}?)`
}

/**
 * Checks and compiles rule files. `added` files come from a user's `--rules`: a rule with an id that exists replaces it
 * in its place, a new one comes before the stage's own rules.
 * Throws `E_RULES_INVALID`, naming the file and the fault.
 */
export function prepareRules(own: readonly RuleSource[], added: readonly RuleSource[], hash: string): PreparedRules {
  const files = [...own, ...added].map(source => ({ name: source.name, added: added.includes(source), file: parseFile(source) }))
  const shared: Record<string, string> = { ...unitFragments(files.map(f => f.file).filter(file => file.kind === 'units')) }
  for (const { file } of files) {
    if (file.kind === 'fragments') for (const [name, f] of Object.entries(file.fragments)) shared[name] = f.pattern
  }
  const stages = new Map<string, (PreparedRule & { readonly id: string })[]>()
  const homes = new Map<string, string>()
  for (const [fileIndex, { name, file, added: isAdded }] of files.entries()) {
    if (file.kind !== 'patterns') continue
    const fragments = { ...shared, ...Object.fromEntries(Object.entries(file.fragments).map(([n, f]) => [n, f.pattern])) }
    const rules = stages.get(file.stage) ?? []
    // The stages are those the program asks for, and its own rules have each of them: a rule of another would never be tried.
    if (isAdded && rules.length === 0)
      throw fault(name, `no stage is named ${file.stage}${like(file.stage, [...stages.keys()])}; \`chitieu rules list\` shows the stages`)
    stages.set(file.stage, rules)
    const fresh: typeof rules = []
    for (const [ruleIndex, rule] of file.rules.entries()) {
      let pattern: PreparedPattern
      try {
        pattern = preparePattern(rule, fragments)
      } catch (error) {
        throw fault(name, `rule ${rule.id}: ${(error as Error).message}`)
      }
      const home = homes.get(rule.id)
      if (home !== undefined && !isAdded) throw fault(name, `rule ${rule.id} is in ${home} already`)
      const prepared = { id: rule.id, file: fileIndex, rule: ruleIndex, pattern }
      const at = rules.findIndex(r => r.id === rule.id)
      if (at >= 0) rules[at] = prepared
      else fresh.push(prepared)
      homes.set(rule.id, name)
    }
    if (isAdded) rules.unshift(...fresh)
    else rules.push(...fresh)
  }
  return { hash, files: files.map(f => f.file), stages: [...stages], fragments: shared }
}
