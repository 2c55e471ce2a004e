import type { Extraction } from '../model/extraction.js'

/** What a database cannot hold: PostgreSQL refuses U+0000, and half of a surrogate pair is no character of UTF-8. */
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text)

/** A text with U+FFFD in place of what no database can hold: one unit for one, so that every place in it stays where it is. */
export const storableText = (text: string): string => (isStorable(text) ? text : text.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD'))

function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) return value.map(storableValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, storableValue(one)]))
}

/** An extraction as both databases can hold it. What a site says of a document need not stand in its text. */
export function storable(extraction: Extraction): Extraction {
  const { text, source } = extraction
  const isHeld = isStorable(text) && Object.values(source.siteMetadata ?? {}).every(said => said === null || isStorable(said))
  return isHeld ? extraction : (storableValue(extraction) as Extraction)
}
