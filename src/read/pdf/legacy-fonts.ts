import { fontNature } from '../encoding/fonts.js'
import { decodeLegacy } from '../encoding/legacy.js'
import type { TurnedBox } from './turned-page.js'

/** A glyph with the name of its font. */
export interface FontBox extends TurnedBox {
  readonly font: string
}

const lengthOf = (box: TurnedBox): number => Math.hypot(box.place[0], box.place[1])

/** Where a box ends, in the page's space: it begins there when the next one is of the same word. */
function touches(a: FontBox, b: FontBox): boolean {
  const stretch = lengthOf(a)
  if (stretch === 0) return false
  const [ax, ay] = [a.place[0] / stretch, a.place[1] / stretch]
  const dx = b.place[4] - a.place[4] - a.width * ax
  const dy = b.place[5] - a.place[5] - a.width * ay
  return Math.abs(dx * ax + dy * ay) < 0.2 * a.size && Math.abs(dy * ax - dx * ay) < 0.1 * a.size
}

/**
 * Glyphs of the fonts from before Unicode (.VnTime, VNI-Times) as the letters they draw: their codes stand for letters of TCVN3, VNI or VISCII, and a capitals font
 * draws small letters as capitals. Glyphs of one word are decoded together, for VNI writes a letter with its mark as two.
 */
export function decodeLegacyFonts(boxes: readonly FontBox[]): TurnedBox[] {
  const natures = new Map([...new Set(boxes.map(box => box.font))].map(font => [font, fontNature(font)]))
  if (![...natures.values()].some(nature => nature.encoding !== null)) return [...boxes]
  const words: FontBox[] = []
  for (const box of boxes) {
    const last = words.at(-1)
    const nature = natures.get(box.font)
    const before = last && natures.get(last.font)
    const isSame = before?.encoding === nature?.encoding && before?.capitals === nature?.capitals
    if (last && nature?.encoding && isSame && last.text.trim() !== '' && box.text.trim() !== '' && touches(last, box)) {
      words[words.length - 1] = { ...last, text: last.text + box.text, width: last.width + box.width }
    } else words.push(box)
  }
  return words.map(({ font, ...box }) => {
    const { encoding, capitals } = natures.get(font) ?? { encoding: null, capitals: false }
    if (encoding === null) return box
    const text = decodeLegacy[encoding](box.text)
    return { ...box, text: capitals ? text.toUpperCase() : text }
  })
}
