import { foldWords } from './fold.js'
import { nameKey } from './work-key.js'

/** Types whose documents are cited by their names. */
const lawTypes: ReadonlySet<string> = new Set(['Luật', 'Bộ luật', 'Pháp lệnh', 'Hiến pháp'])

export const isLawType = (type: string | null): boolean => type !== null && lawTypes.has(type)

/** The name under which a law of this type and title is cited, the type word before it; null for documents that are cited by number. */
export function lawNameKey(type: string, title: string | null): string | null {
  if (!isLawType(type) || title === null) return null
  const { key } = nameKey(title)
  return key.startsWith(`${foldWords(type)} `) ? key : `${foldWords(type)} ${key}`
}
