import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lineStartRules } from '../../src/rulebook/check-examples.js'
import type { CompiledRule, Rulebook } from '../../src/rulebook/rulebook.js'
import { readJsonLines } from '../json-lines.js'

/** What a rule alone finds in a sentence of a document that was varied: with the words of a list in each other's place, with less, in other letters. */
export interface ListRow {
  readonly rule: string
  /** `{}` is where each of the words is put, one at a time. */
  readonly text: string
  readonly words: readonly string[]
  /** All that the rule finds, `{}` for the word; nothing for words that close its way. */
  readonly finds: readonly string[]
  /** Number of the document that the sentence is after, or `invented`. */
  readonly after: string
}

const listsFile = fileURLToPath(new URL('../../tests/rules/lists.jsonl', import.meta.url))

export const readLists = (): ListRow[] => readJsonLines<ListRow>(listsFile)

/** Adds rows to the table, in which words of which a rule finds the same stand in one row; rows that its rules say otherwise about go. */
export function saveLists(added: readonly ListRow[], rulebook: Rulebook): void {
  const lineStart = lineStartRules(rulebook)
  const byId = new Map(rulebook.rules.map(rule => [rule.id, rule]))
  const stillSaid = ({ words, ...row }: ListRow): ListRow[] => {
    const rule = byId.get(row.rule)
    const said = rule ? words.filter(word => otherwiseRead({ ...row, words: [word] }, rule, lineStart.has(rule.id)).length === 0) : []
    return said.length > 0 ? [{ ...row, words: said }] : []
  }
  const rows = new Map<string, ListRow>()
  for (const row of [...readLists(), ...added].flatMap(stillSaid)) {
    const key = JSON.stringify([row.rule, row.text, row.finds])
    rows.set(key, { ...row, words: [...new Set([...(rows.get(key)?.words ?? []), ...row.words])] })
  }
  const sorted = [...rows.values()].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
  writeFileSync(listsFile, sorted.map(row => `${JSON.stringify(row)}\n`).join(''))
}

/** What a rule finds in a text as its stage tries it: anywhere, or only where a line begins. */
export function findsOf(rule: CompiledRule, text: string, isAtLineStart: boolean): string[] {
  if (!isAtLineStart) return rule.findAll(text).map(({ raw }) => raw)
  const match = rule.matchAt(text, 0)
  return match === null ? [] : [match.raw]
}

/** The words of a row with which a rule finds something else than the row says. */
export const otherwiseRead = ({ text, words, finds }: ListRow, rule: CompiledRule, isAtLineStart: boolean): string[] =>
  words.filter(word => {
    const put = (slot: string): string => slot.replaceAll('{}', word)
    return findsOf(rule, put(text), isAtLineStart).join('\n') !== finds.map(put).join('\n')
  })
