import type { DocumentRecord } from '../model/extraction.js'
import { foldWords } from '../model/fold.js'
import type { SiteMetadata } from '../model/source.js'

/** The same words whatever their capitals, blanks and places of the tone mark ("Hòa", "Hoà"). */
const fold = (words: string): string => foldWords(words.replaceAll('.', ' '))

const foldNumber = (number: string): string => number.normalize('NFC').toUpperCase().replace(/\s+/g, '').replace(/Ð/g, 'Đ')

/**
 * What a law site says of a document and the document's own text says otherwise, as sentences. Only what both state is compared; issuers are not, because
 * sites name them in words of their own ("Tỉnh Cao Bằng" for its Ủy ban nhân dân).
 */
export function disagreements(site: SiteMetadata, text: Pick<DocumentRecord, 'number' | 'date' | 'type' | 'signer' | 'effectiveDate'>): string[] {
  const found: string[] = []
  const compare = (what: string, said: string | null, printed: string | null, same: (words: string) => string): void => {
    if (said !== null && printed !== null && same(said) !== same(printed)) found.push(`The site gives the ${what} as ${said}; the text prints ${printed}.`)
  }
  compare('number', site.number, text.number, foldNumber)
  compare('date', site.date, text.date, date => date)
  compare('day of effect', site.effectiveDate, text.effectiveDate, date => date)
  compare('type', site.type, text.type, fold)
  compare('signer', site.signer, text.signer, fold)
  return found
}
