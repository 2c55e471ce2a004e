import type { Element } from 'domhandler'
import { type FontNature, fontNature } from '../encoding/fonts.js'

/** What a font stack begins with: only the first font counts, the others are for machines that lack it. */
const firstFont = (stack: string): string => (stack.split(',')[0] as string).replace(/&quot;|["']/g, '').trim()

const FAMILY = /font-family\s*:\s*([^;}]+)/i
const RULE = /([^{}]+)\{([^{}]*)\}/g
/** Selectors that name elements, a class, or both: all that office programs write. */
const SIMPLE = /^([a-z]\w*)?(?:\.([\w-]+))?$/i
/** Characters of style sheets that are looked at; Word's have some 20,000. */
const MOST_STYLES = 500_000

const key = (element: string, name: string): string => `${element.toLowerCase()}.${name}`

/** The fonts that a page's style sheets give to elements and classes. */
function sheetFonts(html: string): ReadonlyMap<string, FontNature> {
  const fonts = new Map<string, FontNature>()
  let left = MOST_STYLES
  for (const [, sheet = ''] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style/gi)) {
    const part = sheet.slice(0, left).replace(/\/\*[\s\S]*?\*\//g, '')
    left -= part.length
    for (const [, selectors = '', declarations = ''] of part.matchAll(RULE)) {
      const stack = FAMILY.exec(declarations)?.[1]
      if (stack === undefined || selectors.includes('@')) continue
      for (const selector of selectors.split(',')) {
        const simple = SIMPLE.exec(selector.replace(/<!--/g, '').trim())
        if (simple) fonts.set(key(simple[1] ?? '', simple[2] ?? ''), fontNature(firstFont(stack)))
      }
    }
  }
  return fonts
}

/** A font from before Unicode, named anywhere in a page's tags or style sheets. */
const NAMES_LEGACY = /(?:face\s*=|font-family\s*:)\s*(?:&quot;|["'\s])*(?:\.?Vn[A-Z3]|VNI[- ]|VI (?:Times|Arial))/i

/** What the elements of a page say about their fonts; null for a page that names no font from before Unicode. */
export function pageFonts(html: string): ((element: Element) => FontNature | null) | null {
  if (!NAMES_LEGACY.test(html)) return null
  const sheets = sheetFonts(html)
  return ({ name, attribs }) => {
    const own = FAMILY.exec(attribs.style ?? '')?.[1] ?? (name === 'font' ? attribs.face : undefined)
    if (own !== undefined) return fontNature(firstFont(own))
    for (const each of (attribs.class ?? '').split(/\s+/)) {
      const found = each === '' ? undefined : (sheets.get(key(name, each)) ?? sheets.get(key('', each)))
      if (found) return found
    }
    return sheets.get(key(name, '')) ?? null
  }
}
