import type { CompiledRule } from '../../src/rulebook/rulebook.js'
import type { ExchangeableRules } from './exchangeable-rules.js'
import { candidatesOf, effectOf, type Readings, type Witness, witnessOf } from './witness.js'

/** Lines of an effect that are kept: of a rule that many records of a seed hang on, the first ones will do. */
const MOST_LINES = 6

/** What a rule is for, as a text for people: the words that show it, and the records that are others without it. */
function entryOf(rule: CompiledRule, witness: Witness, rules: ExchangeableRules, readings: Readings): string {
  return entryText(rule.id, witness, effectOf(rule, witness, rules, readings))
}

/** The entry of a rule whose effect is known. */
export function entryText(id: string, witness: Witness, lines: readonly string[]): string {
  const more = lines.length > MOST_LINES ? [`and ${lines.length - MOST_LINES} more`] : []
  const words = witness.words === null ? [] : [witness.words.replaceAll('\n', ' ⏎ ')]
  const body = [...words, ...lines.slice(0, MOST_LINES), ...more].map(line => `    ${line}\n`).join('')
  return `${id} · ${witness.from}\n${lines.length === 0 ? '' : body}`
}

const NONE = 'shown by no text'

/** The effects of a stage's rules as a page: a rule goes on being shown by the text that `before` names, as long as that shows it. */
export function effectsPage(rulesOfStage: readonly CompiledRule[], before: string, rules: ExchangeableRules, readings: Readings, mayChoose: boolean): string {
  const chosen = new Map([...before.matchAll(/^(\S+) · (.+)$/gm)].map(([, id, from]) => [id as string, from as string]))
  const entries = rulesOfStage.map(rule => {
    const from = chosen.get(rule.id)
    const kept = from === undefined ? undefined : [...candidatesOf(rule)].find(candidate => candidate.from === from)
    if (kept && (!mayChoose || effectOf(rule, kept, rules, readings).length > 0)) return entryOf(rule, kept, rules, readings)
    const witness = mayChoose ? witnessOf(rule, rules, readings) : null
    return witness === null ? `${rule.id} · ${NONE}\n` : entryOf(rule, witness, rules, readings)
  })
  return `${entries.join('\n')}`
}

/** The rules of a page of effects that nothing shows. */
export const unshownIn = (page: string): string[] => [...page.matchAll(/^(\S+) · (.+)\n(?! {4})/gm)].map(([, id]) => id as string)
