import type { Kysely } from 'kysely'
import { foldedWords } from '../store/folded-words.js'
import type { ReadDatabase } from '../store/schema.js'
import { type Call, usageError } from './command.js'
import { wordsAmong } from './options.js'

interface Asked {
  readonly indicator: string | undefined
  readonly field: string | undefined
}

const MOST_NEAR = 6

/** The entries that share the most words with what was asked for; words of ids say more than words of names. */
function nearTo(asked: string, entries: readonly { readonly id: string; readonly name: string }[]): string[] {
  const words = foldedWords(asked).trim().split(' ')
  const shared = (text: string): number => words.filter(word => foldedWords(text).includes(` ${word} `)).length
  const sharedBy = ({ id, name }: { readonly id: string; readonly name: string }): number => 2 * shared(id) + shared(name)
  return entries
    .map(entry => ({ id: entry.id, shared: sharedBy(entry) }))
    .filter(entry => entry.shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST_NEAR)
    .map(entry => entry.id)
}

/** What `--indicator` and `--field` ask for: each must name something of the catalogue. Throws `E_USAGE` with what is like it. */
export async function catalogueOptions(call: Call, db: Kysely<ReadDatabase>): Promise<Asked> {
  const entries = await db.selectFrom('indicator').select(['id', 'name', 'field']).orderBy('id').execute()
  const field = wordsAmong(
    call,
    'field',
    entries.map(entry => entry.field),
  )
  const indicator = call.text('indicator')
  const isKnown =
    indicator === undefined ||
    entries.some(({ id, name }) => id === indicator || id.startsWith(`${indicator}.`) || foldedWords(name).includes(foldedWords(indicator)))
  if (isKnown) return { indicator, field }
  const near = nearTo(indicator, entries)
  const hint = near.length > 0 ? `Near it: ${near.join(', ')}.` : '`chitieu indicators list` shows them all.'
  throw usageError(`No indicator of the catalogue has the id or the words ${indicator}. ${hint}`)
}
