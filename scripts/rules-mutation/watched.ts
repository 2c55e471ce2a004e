import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import type { Rulebook } from '../../src/rulebook/rulebook.js'
import { decision, formsIn } from '../../tests/extract/citations/forms-of.js'
import { targetsOf } from '../../tests/resolve/targets/documents.js'
import { documentOfRow, sentenceRows, shownOf } from '../../tests/resolve/targets/sentence-rows.js'
import { readJsonLines } from '../json-lines.js'
import { recordLines } from '../record-lines.js'
import { type Branch, branchEntry, readBranches } from './branches.js'
import { entryText } from './effects.js'
import type { ExchangeableRules } from './exchangeable-rules.js'
import { inFrame } from './frames.js'
import { differences, readingOf } from './reading-of.js'
import { candidatesOf, effectsFolder, isOfAudit } from './witness.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a test compares: words that the rules of the moment make of a text. */
export interface Watched {
  readonly by: 'branches' | 'effects' | 'tables' | 'seeds'
  /** The rule that a text is there for; null when it is for all. */
  readonly rule: string | null
  readonly text: string
  readonly tell: () => string
}

/** The pages of effects: for each rule the text that its entry names. */
function effectsOf({ rulebook, without }: ExchangeableRules): Watched[] {
  const chosen = new Map(
    readdirSync(effectsFolder)
      .flatMap(file => [...readFileSync(`${effectsFolder}/${file}`, 'utf8').matchAll(/^(\S+) · (.+)$/gm)])
      .map(([, id, from]) => [id as string, from as string]),
  )
  return rulebook.rules.flatMap(rule => {
    const witness = [...candidatesOf(rule)].find(candidate => candidate.from === chosen.get(rule.id))
    if (witness === undefined) return []
    const isAudited = isOfAudit(rule.id)
    const read = (): ReturnType<typeof readingOf> => readingOf(witness.text, rulebook, isAudited)
    const bare = without(rule.id, read)
    return [{ by: 'effects' as const, rule: rule.id, text: witness.text, tell: () => entryText(rule.id, witness, differences(read(), bare)) }]
  })
}

const mentionRows = (): string[] =>
  ['forms', 'relations'].flatMap(name => readJsonLines<{ text: string }>(`${root}/tests/extract/citations/${name}.jsonl`).map(row => row.text))

/** A row of the table of branches. */
export const watchedBranch = (branch: Branch, rulebook: Rulebook): Watched => ({
  by: 'branches',
  rule: null,
  text: inFrame(branch.frame, branch.text),
  tell: () => branchEntry(branch, rulebook),
})

/** Every text that a test reads with all rules and compares with what is written down, the shortest first. */
export function watchedTexts(rules: ExchangeableRules): Watched[] {
  const { rulebook } = rules
  const extracted = (text: string): ReturnType<typeof extractDocument> => extractDocument(rawTextOf(text), rulebook)
  const seeds = readdirSync(`${root}/seeds`).map(file => readFileSync(`${root}/seeds/${file}`, 'utf8'))
  return [
    ...effectsOf(rules),
    ...readBranches().map(branch => watchedBranch(branch, rulebook)),
    ...sentenceRows.map(row => ({
      by: 'tables' as const,
      rule: null,
      text: documentOfRow(row),
      tell: () => JSON.stringify(shownOf(row, targetsOf(documentOfRow(row), rulebook))),
    })),
    ...mentionRows().map(text => ({
      by: 'tables' as const,
      rule: null,
      text: decision(text),
      tell: () => JSON.stringify(formsIn(extracted(decision(text)).citations)),
    })),
    ...seeds.map(text => ({
      by: 'seeds' as const,
      rule: null,
      text,
      tell: () =>
        recordLines(extracted(text))
          .map(({ line }) => line)
          .join('\n'),
    })),
  ]
}
