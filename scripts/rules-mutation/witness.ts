import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CompiledRule, Rulebook } from '../../src/rulebook/rulebook.js'
import { readJsonLines } from '../json-lines.js'
import type { ExchangeableRules } from './exchangeable-rules.js'
import { frames, inFrame } from './frames.js'
import { differences, type ReadingOf, readingOf } from './reading-of.js'

/** A text of which other records are read without a rule: it shows what the rule is for. */
export interface Witness {
  /** Where the text is from: an example of the rule in a frame, a sentence of the table in a frame, a seed. */
  readonly from: string
  /** What stands in the frame; null for a whole document. */
  readonly words: string | null
  readonly text: string
}

/** A sentence that shows what a rule is for where its own examples are too short to show it. */
interface Sentence {
  readonly rule: string
  readonly frame: string
  readonly text: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The pages of effects, one for each stage. */
export const effectsFolder = `${root}/tests/golden/rules`

const sentences = readJsonLines<Sentence>(`${root}/tests/rules/sentences.jsonl`)

/** Every text that may show what a rule is for, the plainest first; seeds last, since they are long. */
export function* candidatesOf(rule: CompiledRule): Generator<Witness> {
  for (const { frame, text } of sentences.filter(sentence => sentence.rule === rule.id))
    yield { from: `a sentence ${frame}`, words: text, text: inFrame(frame, text) }
  for (const { name, documentOf } of frames)
    for (const [i, { text }] of rule.source.examples.match.entries()) yield { from: `example ${i + 1} ${name}`, words: text, text: documentOf(text) }
  for (const file of readdirSync(`${root}/seeds`).sort())
    yield { from: `seeds/${file.slice(0, 3)}`, words: null, text: readFileSync(`${root}/seeds/${file}`, 'utf8') }
}

/** The readings of texts by all rules, each made once, with what the audit finds where it is asked for. */
export type Readings = (text: string, isAudited: boolean) => ReadingOf

export function readingsBy(rulebook: Rulebook): Readings {
  const known = new Map<string, ReadingOf>()
  return (text, isAudited) => {
    const key = `${isAudited} ${text}`
    const reading = known.get(key) ?? readingOf(text, rulebook, isAudited)
    known.set(key, reading)
    return reading
  }
}

/** Whether a rule tells nothing of a document but what the audit says. */
export const isOfAudit = (id: string): boolean => id.startsWith('audit.')

/** What is read of a text with a rule and not without it. */
export function effectOf(rule: CompiledRule, { text }: Witness, { rulebook, without }: ExchangeableRules, readings: Readings): string[] {
  const isAudited = isOfAudit(rule.id)
  return differences(
    readings(text, isAudited),
    without(rule.id, () => readingOf(text, rulebook, isAudited)),
  )
}

/** The plainest text that shows what a rule is for; null when none of its texts does. */
export function witnessOf(rule: CompiledRule, rules: ExchangeableRules, readings: Readings): Witness | null {
  for (const candidate of candidatesOf(rule)) if (effectOf(rule, candidate, rules, readings).length > 0) return candidate
  return null
}
