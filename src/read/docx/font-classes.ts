import { type FontNature, fontNature } from '../encoding/fonts.js'
import { type LegacyEncoding, legacyEncodings } from '../encoding/legacy.js'

/** mammoth knows no fonts: words in legacy ones go through it in a character style of ours, which its HTML names as a class. */
const PREFIX = 'chitieu-font-'
const CAPITALS = '-capitals'

const natures: readonly FontNature[] = legacyEncodings.flatMap(encoding => [
  { encoding, capitals: false },
  { encoding, capitals: true },
])
const nameOf = ({ encoding, capitals }: { readonly encoding: LegacyEncoding | null; readonly capitals: boolean }): string =>
  `${PREFIX}${encoding}${capitals ? CAPITALS : ''}`

const byClass = new Map(natures.map(nature => [nameOf(nature), nature]))

/** mammoth's style map for the styles of `fontStyle`. */
export const fontStyleMap: readonly string[] = [...byClass.keys()].map(name => `r.${name} => span.${name}`)

/** Whether a part has words in such a style; reading the style map takes mammoth as long as some pages. */
export const namesFontStyle = (xml: string): boolean => xml.includes(PREFIX)

/** The style of words in a font, `capitals` when they are shown in capitals for another reason too; null for a font of Unicode. */
export function fontStyle(font: string | null, capitals: boolean): string | null {
  const nature = font === null ? null : fontNature(font)
  return nature?.encoding ? nameOf({ encoding: nature.encoding, capitals: nature.capitals || capitals }) : null
}

/** The font's nature that an element of mammoth's HTML names, or null. */
export const fontOfClass = (name: string | undefined): FontNature | null => (name === undefined ? null : (byClass.get(name) ?? null))
