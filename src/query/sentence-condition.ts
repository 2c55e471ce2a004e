import { type Kysely, type RawBuilder, sql } from 'kysely'
import { dialectOf } from '../store/dialect.js'
import { foldedWords } from '../store/folded-words.js'
import type { ReadDatabase } from '../store/schema.js'

/** Of words that more sentences have, a page is found sooner by reading sentences in the order of the listing. */
const fewSentences = 5000

/** That a target's sentence has words side by side, with or without diacritics. Rare words are looked up in the full text index. */
export async function sentenceCondition(db: Kysely<ReadDatabase>, text: string): Promise<RawBuilder<boolean>> {
  const folded = foldedWords(text)
  const words = folded.trim().split(' ').filter(Boolean)
  const isSaid = sql<boolean>`exists (select 1 from target_words w where w.target_id = target.id and w.folded like ${`%${folded}%`})`
  if (words.length === 0) return isSaid
  const { rows } = await dialectOf(db)
    .sentences(words, fewSentences + 1)
    .execute(db)
  if (rows.length > fewSentences) return isSaid
  const ids = JSON.stringify(rows.map(row => row.target_id))
  return sql<boolean>`(target.id in ${dialectOf(db).listed(ids)} and ${isSaid})`
}
