import { groupBy } from '../../src/model/group.js'
import { checkRule, lineStartRules } from '../../src/rulebook/check-examples.js'
import { type Altered, neededWords } from './alterations.js'
import type { Branch } from './branches.js'
import { answerOf, type Calls, type ExchangeableRules, type Replaced } from './exchangeable-rules.js'
import { type ListRow, otherwiseRead, readLists } from './lists.js'
import { type Watched, watchedBranch, watchedTexts } from './watched.js'

/** A text that is watched, what was asked of each rule while it was read, and what came of it. */
interface Known extends Watched {
  readonly told: string
  readonly calls: Calls
  readonly small: string
}

/** What notices that rules are others. */
export interface Noticer {
  /** What their own examples, or the table of lists, notice of rules that are run alone; null when it is nothing. */
  ofRules(altered: Pick<Altered, 'replaced' | 'words'>): string | null
  /** The same of that and of the texts that tests compare. */
  noticeOf(altered: Pick<Altered, 'replaced' | 'words'>): string | null
  /** From now on looks at words that were added to the table of branches. */
  watchBranch(branch: Branch): void
  /** The same for the table of lists. */
  watchList(row: ListRow): void
}

/** A text as words are sought in it. */
export const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')

/** Whether a text is read otherwise by other rules: it can be only when one of them answers otherwise where it was asked. */
export function touches(calls: Calls, replaced: Replaced, rules: ReadonlyMap<string, { readonly emit: object }>): boolean {
  return [...replaced].some(([id, make]) => {
    const asked = calls.get(id) ?? []
    const other = asked.length === 0 ? null : make()
    if (asked.length === 0) return false
    if (other === null || JSON.stringify(other.emit) !== JSON.stringify(rules.get(id)?.emit))
      return asked.some(({ answer }) => answer !== '' && answer !== 'false')
    return asked.some(call => answerOf(other, call) !== call.answer)
  })
}

/** Reads every text that tests compare once, and then only those again that a change may touch. */
export function noticer(rules: ExchangeableRules): Noticer {
  const { rulebook } = rules
  const lineStart = lineStartRules(rulebook)
  const byId = new Map(rulebook.rules.map(rule => [rule.id, rule]))
  const know = (watched: Watched): Known => {
    const { result, calls } = rules.recorded(watched.tell)
    return { ...watched, told: result, calls, small: plain(watched.text) }
  }
  let texts: Known[] | null = null
  const known = (): Known[] => {
    texts ??= watchedTexts(rules).map(know)
    return texts
  }
  const examples = new Map(
    rulebook.rules.map(({ id, source }) => [id, plain([...source.examples.match, ...source.examples.noMatch].map(({ text }) => text).join('\n'))]),
  )
  const lists = groupBy(readLists(), row => row.rule)
  const holds = (row: ListRow, words: string): boolean => plain(row.text).includes(words) || row.words.some(word => word.toLowerCase().includes(words))

  const ofRules: Noticer['ofRules'] = ({ replaced, words }) => {
    const needed = neededWords({ words }) ?? ''
    for (const [id, make] of replaced) {
      const rows = (lists.get(id) ?? []).filter(row => holds(row, needed))
      const isShown = examples.get(id)?.includes(needed) ?? false
      const other = isShown || rows.length > 0 ? make() : null
      if (other && isShown && checkRule(other, lineStart.has(id)).length > 0) return 'examples'
      if (other && rows.some(row => otherwiseRead(row, other, lineStart.has(id)).length > 0)) return 'lists'
    }
    return null
  }

  const ofTexts: Noticer['noticeOf'] = ({ replaced, words }) => {
    const needed = neededWords({ words }) ?? ''
    // Rules that the code cannot work with end it, which is as good as another answer.
    const now = (tell: () => string): string | null => {
      try {
        return rules.instead(replaced, tell)
      } catch {
        return null
      }
    }
    const isOther = ({ calls, tell, told, small }: Known): boolean => small.includes(needed) && touches(calls, replaced, byId) && now(tell) !== told
    const own = known().filter(({ rule }) => rule !== null && replaced.has(rule))
    const others = known().filter(({ rule }) => rule === null || !replaced.has(rule))
    return [...own, ...others].find(isOther)?.by ?? null
  }

  return {
    ofRules,
    noticeOf: altered => ofRules(altered) ?? ofTexts(altered),
    watchList(row) {
      lists.set(row.rule, [...(lists.get(row.rule) ?? []), row])
    },
    watchBranch(branch) {
      known().push(know(watchedBranch(branch, rulebook)))
    },
  }
}
