import { type Bilingual, say } from '../../model/bilingual.js'
import { foldWords } from '../../model/fold.js'
import type { AuditTables, DocumentType } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { titleOf } from '../describe.js'
import { type NumberedMention, numberedMentions } from '../mentions.js'

/** An abbreviation that lost its diacritics (`CD` for `CĐ`) is misspelt, not another type's: `citation.malformed-symbol` states that. */
const isMisspelt = (code: string, type: DocumentType): boolean => type.codes.some(own => foldWords(own) === foldWords(code))

function mismatch({ citation, symbol }: NumberedMention, tables: AuditTables): Bilingual | null {
  const type = citation.type === null ? null : tables.typeOf(citation.type)
  if (!type || citation.type === null) return null
  const isGeneric = tables.isIn('types-generic', type.name)
  if (symbol.family === 'assembly')
    return isGeneric || tables.isIn('types-of-assembly', type.name)
      ? null
      : say(`${symbol.body}, which numbers laws and resolutions`, `${symbol.body}, dùng cho luật và nghị quyết`)
  const code = symbol.typeCode
  if (
    code === null ||
    isGeneric ||
    type.codes.includes(code.toUpperCase()) ||
    isMisspelt(code, type) ||
    tables.isAllowed(type.name, code, symbol.family === 'party')
  )
    return null
  const names = tables.typesOfCode(code)
  return names.length === 0 ? null : say(`${code}, the abbreviation of ${names.join(' or ')}`, `${code}, viết tắt của ${names.join(' hoặc ')}`)
}

/** The type word and the type's abbreviation in the symbol name different types. */
export const typeSymbolMismatch: DocumentCheck = {
  id: 'citation.type-symbol-mismatch',
  name: say('Type against symbol', 'Loại văn bản không khớp ký hiệu'),
  about: 'The type word and the abbreviation in the symbol name different types.',
  scope: 'document',
  inspect: (document, tables) =>
    numberedMentions(document, tables).flatMap((mention): Draft[] => {
      const found = mismatch(mention, tables)
      if (found === null) return []
      const { citation } = mention
      const message = say(
        `${titleOf(citation)} is called ${citation.type}; its symbol says ${found.en}.`,
        `${titleOf(citation)} được gọi là ${citation.type}; ký hiệu ghi ${found.vi}.`,
      )
      return [{ severity: 'warning', message, at: { document, span: citation.span } }]
    }),
}
