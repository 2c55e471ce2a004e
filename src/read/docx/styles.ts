import { walkXml } from '../layout/xml-part.js'
import type { ReadLimits } from '../limits.js'

/** Which list a paragraph belongs to; a null is not said here. List 0 is none (17.9.18 of ECMA-376). */
export interface NumberingProperties {
  readonly numId: string | null
  readonly level: number | null
}

/** How words are printed, as far as it changes what a reader sees; null where it is not said. */
export interface PrintProperties {
  readonly bold: boolean | null
  readonly caps: boolean | null
  readonly hidden: boolean | null
  /** The name of the font. */
  readonly font: string | null
}

export interface Style {
  readonly numbering: NumberingProperties
  readonly print: PrintProperties
}

/** Looks a style up by its id, with what it inherits; a style that is not there says nothing. */
export interface StyleTable {
  (id: string | null): Style
  /** The font of words that nothing else names one for: the one of the usual paragraph style, or of the document. */
  readonly defaultFont: string | null
}

const SILENT: Style = { numbering: { numId: null, level: null }, print: { bold: null, caps: null, hidden: null, font: null } }

/** The font of letters beyond ASCII, which tells what they are (17.3.2.26 of ECMA-376). */
export const fontOf = (attribs: Readonly<Record<string, string>>): string | null => attribs['w:hAnsi'] ?? attribs['w:ascii'] ?? null

/** A property without a value, or with any but these, is on. */
export const isOn = (value: string | undefined): boolean => !['0', 'false', 'off', 'none'].includes(value ?? '')

interface OwnStyle {
  basedOn: string | null
  numId: string | null
  level: number | null
  bold: boolean | null
  caps: boolean | null
  hidden: boolean | null
  font: string | null
}

interface OwnStyles {
  readonly styles: ReadonlyMap<string, OwnStyle>
  /** The paragraph style of paragraphs that name none. */
  readonly usual: string | null
  readonly documentFont: string | null
}

function readOwnStyles(xml: string, file: string, limits: ReadLimits): OwnStyles {
  const styles = new Map<string, OwnStyle>()
  let open: OwnStyle | null = null
  /** Conditional formats of tables are no properties of the style. */
  let conditional = 0
  let usual: string | null = null
  let documentFont: string | null = null
  walkXml(xml, file, limits, () => ({
    open(name, attribs) {
      const value = attribs['w:val']
      if (name === 'w:style') {
        open = { basedOn: null, numId: null, level: null, bold: null, caps: null, hidden: null, font: null }
        const id = attribs['w:styleId'] ?? null
        if (attribs['w:type'] === 'paragraph' && attribs['w:default'] !== undefined && isOn(attribs['w:default'])) usual = id
        if (id !== null) styles.set(id, open)
      } else if (name === 'w:tblStylePr') conditional++
      else if (name === 'w:rFonts' && !open) documentFont ??= fontOf(attribs)
      if (!open || conditional > 0) return
      if (name === 'w:basedOn') open.basedOn = value ?? null
      else if (name === 'w:numId') open.numId = value ?? null
      else if (name === 'w:ilvl') open.level = Number(value)
      else if (name === 'w:b') open.bold = isOn(value)
      else if (name === 'w:caps') open.caps = isOn(value)
      else if (name === 'w:vanish') open.hidden = isOn(value)
      else if (name === 'w:rFonts') open.font = fontOf(attribs)
    },
    close(name) {
      if (name === 'w:style') open = null
      else if (name === 'w:tblStylePr') conditional--
    },
  }))
  return { styles, usual, documentFont }
}

/** Styles based on styles: Word takes some ten. Beyond this, or in a ring, a style says nothing. */
const MOST_BASES = 50

/** Reads `word/styles.xml`; null for a document without one. */
export function readStyles(xml: string | null, file: string, limits: ReadLimits): StyleTable {
  if (xml === null) return Object.assign(() => SILENT, { defaultFont: null })
  const { styles: own, usual, documentFont } = readOwnStyles(xml, file, limits)
  const known = new Map<string, Style>()
  const resolve = (id: string, depth = 0): Style => {
    const found = known.get(id)
    if (found) return found
    const style = own.get(id)
    if (!style || depth > MOST_BASES) return SILENT
    const base = style.basedOn === null ? SILENT : resolve(style.basedOn, depth + 1)
    const resolved: Style = {
      numbering: { numId: style.numId ?? base.numbering.numId, level: style.level ?? base.numbering.level },
      print: {
        bold: style.bold ?? base.print.bold,
        caps: style.caps ?? base.print.caps,
        hidden: style.hidden ?? base.print.hidden,
        font: style.font ?? base.print.font,
      },
    }
    known.set(id, resolved)
    return resolved
  }
  const defaultFont = (usual === null ? null : resolve(usual).print.font) ?? documentFont
  return Object.assign((id: string | null) => (id === null ? SILENT : resolve(id)), { defaultFont })
}
