import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Rulebook } from '../../src/rulebook/rulebook.js'
import { readJsonLines } from '../json-lines.js'
import { inFrame } from './frames.js'
import { differences, readingOf } from './reading-of.js'

/** Words of a document that show a branch of a rule: an alternative of its list, a part that may be left out. */
export interface Branch {
  readonly frame: string
  readonly text: string
  /** Number of the document that the words are from. */
  readonly source: string
  /** Whether what they show is told by the audit. */
  readonly isAudited?: boolean
}

/** The table of such words. */
const branchesFile = fileURLToPath(new URL('../../tests/rules/branches.jsonl', import.meta.url))

export const readBranches = (): Branch[] => readJsonLines<Branch>(branchesFile)

/** Adds branches to the table. */
export const saveBranches = (added: readonly Branch[]): void =>
  writeFileSync(branchesFile, [...new Set([...readBranches(), ...added].map(row => `${JSON.stringify(row)}\n`))].join(''))

/** What is read of the words and not of the frame without them, as a text for people. */
export function branchEntry({ frame, text, source, isAudited = false }: Branch, rulebook: Rulebook): string {
  const lines = differences(readingOf(inFrame(frame, text), rulebook, isAudited), readingOf(inFrame(frame, ''), rulebook, isAudited))
  return [`${source} · ${frame}`, ...[text.replaceAll('\n', ' ⏎ '), ...lines].map(line => `    ${line}`)].map(line => `${line}\n`).join('')
}
