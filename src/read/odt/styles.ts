import { walkXml } from '../layout/xml-part.js'
import type { ReadLimits } from '../limits.js'

/** How words of a style are printed; null where the style does not say. */
export interface OdtStyle {
  readonly bold: boolean | null
  readonly capitals: boolean | null
  readonly hidden: boolean | null
  readonly script: 'sup' | 'sub' | null
  /** The list that the style's paragraphs belong to. */
  readonly list: string | null
  readonly font: string | null
}

/** One level of a list style: `format` is 1, a, A, i, I, or empty for none. */
export interface OdtLevel {
  readonly kind: 'number' | 'bullet'
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  /** How many levels the number shows, this one included. */
  readonly shown: number
  readonly start: number
  /** `Điều %1%.`: how newer programs write prefix, numbers and suffix together. */
  readonly pattern: string | null
}

/** The styles of a document, of all its parts. */
export interface OdtStyles {
  styleOf(name?: string): OdtStyle
  listOf(name: string | null): ReadonlyMap<number, OdtLevel> | null
  /** The font of words that no style names one for. */
  readonly defaultFont: string | null
}

type Draft = { -readonly [K in keyof OdtStyle]: OdtStyle[K] } & { parent: string | null }

const silent = (): Draft => ({ bold: null, capitals: null, hidden: null, script: null, list: null, font: null, parent: null })

type Attribs = Readonly<Record<string, string>>

function readTextProperties(style: Draft, attribs: Attribs, fonts: ReadonlyMap<string, string>): void {
  const weight = attribs['fo:font-weight']
  if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600
  if (attribs['fo:text-transform'] !== undefined) style.capitals = attribs['fo:text-transform'] === 'uppercase'
  if (attribs['text:display'] !== undefined) style.hidden = attribs['text:display'] === 'none'
  const position = attribs['style:text-position']
  if (position !== undefined) style.script = /^(?:super|[1-9])/.test(position) ? 'sup' : /^(?:sub|-)/.test(position) ? 'sub' : null
  const font = attribs['style:font-name']
  if (font !== undefined) style.font = fonts.get(font) ?? font
}

function levelOf(name: string, attribs: Attribs): OdtLevel {
  return {
    kind: name.endsWith('bullet') || name.endsWith('image') ? 'bullet' : 'number',
    format: attribs['style:num-format'] ?? '',
    prefix: attribs['style:num-prefix'] ?? '',
    suffix: attribs['style:num-suffix'] ?? '',
    shown: Math.max(1, Number(attribs['text:display-levels'] ?? 1) || 1),
    start: Number(attribs['text:start-value'] ?? 1),
    pattern: attribs['loext:num-list-format'] ?? null,
  }
}

/** Styles with parents: no program makes so many. Beyond this, or in a ring, a style says nothing. */
const MOST_PARENTS = 50

/** Reads the styles of `styles.xml` and of `content.xml`. The outline's levels are the list of the empty name. */
export function readOdtStyles(parts: readonly string[], file: string, limits: ReadLimits): OdtStyles {
  const styles = new Map<string, Draft>()
  const lists = new Map<string, Map<number, OdtLevel>>()
  const fonts = new Map<string, string>()
  const defaults = silent()
  for (const xml of parts) {
    let style: Draft | null = null
    let list: Map<number, OdtLevel> | null = null
    walkXml(xml, file, limits, () => ({
      open(name, attribs) {
        if (name === 'style:font-face') fonts.set(attribs['style:name'] ?? '', (attribs['svg:font-family'] ?? '').replace(/^'|'$/g, ''))
        else if (name === 'style:style') {
          style = { ...silent(), parent: attribs['style:parent-style-name'] ?? null, list: attribs['style:list-style-name'] || null }
          styles.set(attribs['style:name'] ?? '', style)
        } else if (name === 'style:default-style') style = attribs['style:family'] === 'paragraph' ? defaults : silent()
        else if (name === 'style:text-properties' && style) readTextProperties(style, attribs, fonts)
        else if (name === 'text:list-style' || name === 'text:outline-style') {
          list = new Map()
          lists.set(name === 'text:outline-style' ? '' : (attribs['style:name'] ?? ''), list)
        } else if (list && /^text:(?:list|outline)-level-style/.test(name)) list.set(Number(attribs['text:level']), levelOf(name, attribs))
      },
      close(name) {
        if (name === 'style:style' || name === 'style:default-style') style = null
        else if (name === 'text:list-style' || name === 'text:outline-style') list = null
      },
    }))
  }
  const resolve = (name: string, depth = 0): Draft => {
    const own = styles.get(name)
    if (!own || depth > MOST_PARENTS) return silent()
    const base = own.parent === null ? silent() : resolve(own.parent, depth + 1)
    return {
      parent: own.parent,
      bold: own.bold ?? base.bold,
      capitals: own.capitals ?? base.capitals,
      hidden: own.hidden ?? base.hidden,
      script: own.script ?? base.script,
      list: own.list ?? base.list,
      font: own.font ?? base.font,
    }
  }
  const known = new Map<string, OdtStyle>()
  return {
    styleOf(name = '') {
      const found = known.get(name) ?? resolve(name)
      known.set(name, found)
      return found
    },
    defaultFont: defaults.font,
    listOf: name => (name === null ? null : (lists.get(name) ?? null)),
  }
}
