import type { LegacyEncoding } from './legacy.js'

/** What a font's name says about the letters set in it. */
export interface FontNature {
  readonly encoding: LegacyEncoding | null
  /** Small letters are drawn as capitals. */
  readonly capitals: boolean
}

/**
 * Reads the name of a font as files give it (".VnTimeH", "VNI-Times", a PDF's "ABCDEF+VnTimeHBold"). The ABC fonts of TCVN 5712:1993 begin with .Vn and end with H when they draw capitals; VNI's
 * begin with VNI; those of VISCII with "VI " or have Vietnamese names of their own.
 */
export function fontNature(name: string): FontNature {
  const font = name.replace(/^[A-Z]{6}\+/, '').trim()
  const abc = /^\.?Vn[A-Z3](?!I[- ])\w*/.exec(font)
  if (abc && !/^VnTimes ?Roman/i.test(font)) {
    return {
      encoding: 'tcvn3',
      capitals: /^\.?Vn\w*?[a-z\d]H(?:$|[ ,-]|Bold|Italic|Medium)|^\.?Vn\w*?[A-Z]{2}H?$/.test(font) && /H(?:$|[ ,-]|Bold|Italic|Medium)/.test(font),
    }
  }
  if (/^VNI[- ]/i.test(font)) return { encoding: 'vni', capitals: false }
  if (/^VI (?:Times|Arial)|^(?:HoangYen|PhuongThao|ThaHuong|UHoai|MinhQuan)\b/i.test(font)) return { encoding: 'viscii', capitals: false }
  return { encoding: null, capitals: false }
}
