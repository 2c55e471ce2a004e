import { entryOf } from '../../model/entry-of.js'
import { foldTone } from '../../model/fold.js'
import type { Rulebook } from '../../rulebook/index.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'
import type { RuleFile } from '../../rulebook/schema.js'

type AgencyFile = RuleFile<'agencies'>
export type AgencyEntry = AgencyFile['entries'][number] & Required<Pick<AgencyFile['entries'][number], 'group' | 'scope'>>

/** One spelling of one body. */
export interface AgencyForm {
  readonly entry: AgencyEntry
  readonly folded: string
  /** As the rules write it, where capitals matter: an abbreviation. */
  readonly exact: string | null
}

/** The bodies by the first word of each of their spellings, longest spelling first. */
export interface Gazetteer {
  readonly byFirstWord: ReadonlyMap<string, readonly AgencyForm[]>
  /** The spellings that begin with a word as printed. */
  formsOf(word: string): readonly AgencyForm[]
  readonly entries: ReadonlyMap<string, AgencyEntry>
  /** Names of provinces, folded, longest first. */
  readonly places: readonly { readonly folded: string; readonly name: string }[]
}

const MOST_WORDS = 20_000
const FIRST_WORD = /^[\p{L}\p{N}&]+/u
/** An alias with its unit is read as unit and name. */
const UNIT_FIRST = /^(?:tỉnh|thành phố|tp\.?) /iu
const PLACEHOLDER = /\{(\w+)\}/

/** The word that a text must hold for a spelling that begins with it. */
const firstWord = (folded: string): string => FIRST_WORD.exec(folded)?.[0] ?? ''

function spellings(form: string, words: Readonly<Record<string, readonly string[]>>): string[] {
  const match = PLACEHOLDER.exec(form)
  if (!match) return [form]
  const values = entryOf(words, match[1] as string) ?? []
  return values.flatMap(value => spellings(form.replace(match[0], value), words))
}

function build(rulebook: Rulebook): Gazetteer {
  const files = rulebook.tables('agencies')
  const words = Object.assign({}, ...files.map(f => f.words)) as Record<string, string[]>
  const byFirstWord = new Map<string, AgencyForm[]>()
  const entries = new Map<string, AgencyEntry>()
  for (const file of files) {
    for (const raw of file.entries) {
      const entry: AgencyEntry = { ...raw, group: raw.group ?? file.defaults.group, scope: raw.scope ?? file.defaults.scope }
      entries.set(entry.id, entry)
      const forms = [entry.name, ...(entry.cityName ? [entry.cityName] : []), ...entry.forms].flatMap(f => spellings(f, words))
      for (const form of new Set(forms)) {
        const folded = foldTone(form)
        const list = byFirstWord.get(firstWord(folded)) ?? []
        byFirstWord.set(firstWord(folded), list)
        list.push({ entry, folded, exact: /\p{Ll}/u.test(form) ? null : form })
      }
    }
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.folded.length - a.folded.length)
  const names = rulebook
    .tables('provinces')
    .flatMap(t => t.entries.flatMap(e => [e.name, ...e.aliases].filter(n => !UNIT_FIRST.test(n)).map(n => [foldTone(n), e.name] as const)))
  const places = [...new Map(names)].map(([folded, name]) => ({ folded, name })).sort((a, b) => b.folded.length - a.folded.length)
  // The words of a text are few and come again: each is folded once.
  const asPrinted = new Map<string, readonly AgencyForm[]>()
  const formsOf = (word: string): readonly AgencyForm[] => {
    const known = asPrinted.get(word)
    if (known) return known
    const forms = byFirstWord.get(firstWord(foldTone(word))) ?? []
    if (asPrinted.size < MOST_WORDS) asPrinted.set(word, forms)
    return forms
  }
  return { byFirstWord, formsOf, entries, places }
}

/** The rulebook's bodies, ready to be looked up. */
export const gazetteerOf = onceForRulebook(build)
