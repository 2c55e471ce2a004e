import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkRule, lineStartRules } from '../../src/rulebook/check-examples.js'
import type { CompiledRule } from '../../src/rulebook/rulebook.js'
import type { ExchangeableRules } from './exchangeable-rules.js'
import { frames } from './frames.js'
import { differences, readingOf } from './reading-of.js'
import { candidatesOf, isOfAudit, readingsBy, type Witness } from './witness.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The sentences that tables of tests hold, each in the kind of document that it is judged in. */
function tableTexts(): string[] {
  const rows = (file: string): string[] =>
    readFileSync(`${root}/tests/${file}`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => (JSON.parse(line) as { text: string }).text)
  const framed = (name: string, texts: readonly string[]): string[] => texts.map(text => frames.find(frame => frame.name === name)?.documentOf(text) ?? text)
  const sentences = rows('resolve/targets/sentences.jsonl').map(text => text.replace(/^- /, ''))
  const mentions = ['forms', 'relations'].flatMap(name => rows(`extract/citations/${name}.jsonl`))
  // Many in one document: what it costs to read a document hardly depends on its length.
  return [
    framed('in a goal', [sentences.join('\n\n- ')]),
    framed('in a result', [sentences.join('\n\n- ')]),
    framed('in an article', [mentions.join('.\n\n')]),
  ].flat()
}

/** The text that the page of effects names for each rule. */
function witnesses(rules: ExchangeableRules): ReadonlyMap<string, Witness> {
  const folder = `${root}/tests/golden/rules`
  const chosen = new Map(
    readdirSync(folder)
      .flatMap(file => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^(\S+) · (.+)$/gm)])
      .map(([, id, from]) => [id as string, from as string]),
  )
  return new Map(
    rules.rulebook.rules.flatMap(rule => {
      const found = [...candidatesOf(rule)].find(candidate => candidate.from === chosen.get(rule.id))
      return found ? [[rule.id, found] as const] : []
    }),
  )
}

/** Tells what notices that a rule is another: its own examples, the page of effects, the goldens of the seeds, tables of sentences; null when nothing does. */
export function noticer(rules: ExchangeableRules): (id: string, other: CompiledRule | null) => string | null {
  const { rulebook } = rules
  const lineStart = lineStartRules(rulebook)
  const readings = readingsBy(rulebook)
  const shownBy = witnesses(rules)
  const seeds = readdirSync(`${root}/seeds`)
    .sort()
    .map(file => readFileSync(`${root}/seeds/${file}`, 'utf8'))
  const tables = tableTexts()
  return (id, other) => {
    if (other && checkRule(other, lineStart.has(id)).length > 0) return 'examples'
    const isAudited = isOfAudit(id)
    const isOther = (text: string): boolean => {
      const now = (): ReturnType<typeof readingOf> => readingOf(text, rulebook, isAudited)
      return differences(readings(text, isAudited), other ? rules.instead(id, other, now) : rules.without(id, now)).length > 0
    }
    const witness = shownBy.get(id)
    if (witness && isOther(witness.text)) return 'effects'
    if (seeds.some(isOther)) return 'seeds'
    return tables.some(isOther) ? 'tables' : null
  }
}
