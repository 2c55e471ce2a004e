import type { DocumentRecord } from '../model/extraction.js'
import { workKey } from '../model/work-key.js'
import { foldedWords } from './folded-words.js'

type Named = Pick<DocumentRecord, 'number' | 'type' | 'issuer' | 'date' | 'province'>

/** The document as a work that others cite; null without a number. */
export const ownWork = ({ number, type, issuer, date, province }: Named) =>
  number === null ? null : workKey({ type, canonical: number, repaired: null, name: null, date, issuer }, province?.name ?? null)

/** A body in one spelling: written out or short, and the chair for the committee, who share one series of numbers. */
const foldedIssuer = (issuer: string): string =>
  foldedWords(issuer).replace(' chu tich ', ' ').replace(' uy ban nhan dan ', ' ubnd ').replace(' hoi dong nhan dan ', ' hdnd ').trim()

/**
 * What all versions of one decree share, and no other decree: its work (number-symbol, year, province), issuer and type. Null where the text does not
 * print one of them: such a document is never taken for a version of another.
 */
export function identityOf(document: Named): string | null {
  const work = ownWork(document)
  const { issuer, type } = document
  return work?.exact && issuer !== null && type !== null ? [work.key, foldedIssuer(issuer), foldedWords(type).trim()].join('|') : null
}
