import { fontNature } from '../encoding/fonts.js'
import { decodeLegacy } from '../encoding/legacy.js'
import type { FontBox } from './runs.js'
import type { TurnedBox } from './turned-page.js'

/**
 * Runs of the fonts from before Unicode (.VnTime, VNI-Times) as the letters they draw: their codes stand for letters of TCVN3, VNI or VISCII. What a capitals font draws as
 * capitals is marked, not changed. Whole runs are decoded, for VNI writes a letter with its mark as two.
 */
export function decodeLegacyFonts(runs: readonly FontBox[]): readonly TurnedBox[] {
  const natures = new Map([...new Set(runs.map(run => run.font))].map(font => [font, fontNature(font)]))
  if ([...natures.values()].every(nature => nature.encoding === null)) return runs
  return runs.map(run => {
    const { encoding, capitals } = natures.get(run.font) ?? { encoding: null, capitals: false }
    if (encoding === null) return run
    return { ...run, text: decodeLegacy[encoding](run.text), ...(capitals && { isCapitals: true }) }
  })
}
