import { readFileSync } from 'node:fs'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import type { CompiledRule, Rulebook } from '../../src/rulebook/rulebook.js'
import { type Altered, neededWords } from './alterations.js'
import type { Branch } from './branches.js'
import { answerOf, type Call, type Calls, type ExchangeableRules, type Replaced } from './exchangeable-rules.js'
import { frames, inFrame } from './frames.js'
import { plain, touches } from './notice.js'
import { differences, type ReadingOf, readingOf } from './reading-of.js'
import { effectsFolder, isOfAudit } from './witness.js'

/** A document that may hold words to show a branch: its number, and what was asked of each rule while it was read. */
export interface Searched {
  readonly source: string
  readonly small: string
  readonly calls: Calls
}

/** Reads documents with what is asked of each rule. */
export const searchedTexts = (texts: readonly string[], { rulebook, recorded }: ExchangeableRules): Searched[] =>
  texts.map(text => {
    const { result, calls } = recorded(() => extractDocument(rawTextOf(text), rulebook))
    return { source: result.document.number ?? 'without number', small: plain(text), calls }
  })

/** Words that are longer show too much else. */
const LONGEST = 320
const MOST_TRIED = 5

/** Where the answers of two rules to a call first differ. */
function placeOf({ answer, from }: Call, now: string): number {
  const lines = [answer.split('\n'), now.split('\n')]
  const other = lines.flatMap(([...all], i) => all.filter(line => line !== '' && !lines[1 - i]?.includes(line)))[0]
  const at = Number.parseInt(other ?? '', 10)
  return Number.isNaN(at) ? from : at
}

/** The words around a place: its sentence, its cell, its line. */
function wordsAround(text: string, at: number): string[] {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  const line = text.slice(from, end < 0 ? text.length : end)
  const within = (parts: readonly string[]): string => {
    let left = at - from
    for (const part of parts) {
      if (left < part.length) return part
      left -= part.length
    }
    return line
  }
  const cell = line.startsWith('|') ? within(line.split(/(?<=\|)/)).replace(/\|$/, '') : line
  const sentence = within(line.split(/(?<=[;.] )(?=\p{L})/u))
  return [...new Set([sentence, cell, line].map(words => words.replace(/^[-+*|\s]+|[|\s]+$/g, '').trim()))].filter(
    words => words !== '' && words.length <= LONGEST,
  )
}

/** Frames that show something of most rules. */
const PLAIN = ['alone', 'in a goal', 'in an article']

/** The frames that show the rules of a stage, by its page of effects. */
export function framesByStage(rulebook: Rulebook): (id: string) => readonly string[] {
  const byRule = new Map(
    rulebook.stageNames.flatMap(stage => {
      const page = readFileSync(`${effectsFolder}/${stage}.txt`, 'utf8')
      const named = frames.map(({ name }) => name).filter(name => page.includes(` ${name}\n`))
      const suiting = [...new Set([...named, ...PLAIN])]
      return rulebook.stage(stage).map(rule => [rule.id, suiting] as const)
    }),
  )
  return id => byRule.get(id) ?? PLAIN
}

/** Whether other records are read of a branch by other rules; what the rules as they are read of it is kept. */
function branchReader({ rulebook, recorded, instead }: ExchangeableRules) {
  const byId = new Map(rulebook.rules.map(rule => [rule.id, rule]))
  const read = (branch: Branch) => () => readingOf(inFrame(branch.frame, branch.text), rulebook, branch.isAudited)
  const known = new Map<string, { readonly reading: ReadingOf; readonly calls: Calls }>()
  const knownOf = (branch: Branch): { readonly reading: ReadingOf; readonly calls: Calls } => {
    const key = inFrame(branch.frame, branch.text)
    const before = known.get(key)
    if (before) return before
    const { result, calls } = recorded(read(branch))
    known.set(key, { reading: result, calls })
    return { reading: result, calls }
  }
  return (branch: Branch, replaced: Replaced): boolean => {
    const { reading, calls } = knownOf(branch)
    if (!touches(calls, replaced, byId)) return false
    try {
      // Places are not told of branches.
      return differences(instead(replaced, read(branch)), reading).some(line => !/ at [^:·]*$/.test(line))
    } catch {
      return false
    }
  }
}

/** Finds words of a document, in one of the frames that suit a rule, of which other records are read with an alteration; null when there are none. */
export function branchFinder(
  rules: ExchangeableRules,
  searched: readonly Searched[],
  framesOf: (id: string) => readonly string[],
): (alteration: Altered) => Branch | null {
  const isOther = branchReader(rules)

  function* touchedWords({ replaced, words }: Altered): Generator<{ readonly id: string; readonly source: string; readonly text: string }> {
    const needed = neededWords({ words }) ?? ''
    for (const { source, calls, small } of searched) {
      if (!small.includes(needed)) continue
      for (const [id, make] of replaced) {
        const other = make()
        for (const call of other ? (calls.get(id) ?? []) : []) {
          const now = answerOf(other as CompiledRule, call)
          if (now === call.answer) continue
          for (const text of wordsAround(call.text, placeOf(call, now))) yield { id, source, text }
        }
      }
    }
  }

  return alteration => {
    const { replaced } = alteration
    const seen = new Set<string>()
    for (const { id, source, text } of touchedWords(alteration)) {
      if (seen.size >= MOST_TRIED) return null
      if (seen.has(text)) continue
      seen.add(text)
      for (const frame of framesOf(id)) {
        const branch: Branch = { frame, text, source, ...(isOfAudit(id) ? { isAudited: true } : {}) }
        if (isOther(branch, replaced)) return branch
      }
    }
    return null
  }
}
