import { toLetters, toRoman, toWords } from '../layout/list-number.js'
import { walkXml } from '../layout/xml-part.js'
import type { ReadLimits } from '../limits.js'
import type { StyleTable } from './styles.js'
import { isOn } from './styles.js'

/** One level of a list (17.9.6 of ECMA-376): how its numbers look and where they begin. */
interface Level {
  start: number
  format: string
  /** `Điều %1.`, `%1.%2`; each `%n` stands for the number of level n. */
  text: string
  /** The level whose numbers start this one anew; null for any above, 0 for none. */
  restart: number | null
  legal: boolean
  style: string | null
}

interface AbstractList {
  readonly levels: Map<number, Level>
  /** A list that takes its levels from a numbering style. */
  link: string | null
  styleLink: string | null
}

interface List {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** Every list of a document, as `word/numbering.xml` defines them. */
interface Lists {
  readonly abstracts: ReadonlyMap<string, AbstractList>
  readonly lists: ReadonlyMap<string, List>
}

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', restart: null, legal: false, style: null })

function readLists(xml: string, file: string, limits: ReadLimits): Lists {
  const abstracts = new Map<string, AbstractList>()
  const lists = new Map<string, List>()
  let abstract: AbstractList | null = null
  let list: List | null = null
  let level: Level | null = null
  let override = 0
  walkXml(xml, file, limits, () => ({
    open(name, attribs) {
      const value = attribs['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        abstract = { levels: new Map(), link: null, styleLink: null }
        abstracts.set(attribs['w:abstractNumId'] ?? '', abstract)
      } else if (name === 'w:num') {
        list = { abstract: '', starts: new Map(), levels: new Map() }
        lists.set(attribs['w:numId'] ?? '', list)
      } else if (name === 'w:abstractNumId' && list) list.abstract = value
      else if (name === 'w:numStyleLink' && abstract) abstract.link = value
      else if (name === 'w:styleLink' && abstract) abstract.styleLink = value
      else if (name === 'w:lvlOverride') override = Number(attribs['w:ilvl'])
      else if (name === 'w:startOverride' && list) list.starts.set(override, Number(value))
      else if (name === 'w:lvl') {
        level = newLevel()
        const owner = list ?? abstract
        owner?.levels.set(Number(attribs['w:ilvl']), level)
      } else if (level) {
        if (name === 'w:start') level.start = Number(value)
        else if (name === 'w:numFmt') level.format = value
        else if (name === 'w:lvlText') level.text = value
        else if (name === 'w:lvlRestart') level.restart = Number(value)
        else if (name === 'w:isLgl') level.legal = isOn(attribs['w:val'])
        else if (name === 'w:pStyle') level.style = value
      }
    },
    close(name) {
      if (name === 'w:abstractNum') abstract = null
      else if (name === 'w:num') list = null
      else if (name === 'w:lvl') level = null
    },
  }))
  return { abstracts, lists }
}

/** A number as a format prints it (17.18.59); formats that no Vietnamese document uses print digits. */
function formatNumber(value: number, format: string): string {
  if (format === 'upperRoman') return toRoman(value).toUpperCase()
  if (format === 'lowerRoman') return toRoman(value)
  if (format === 'upperLetter') return toLetters(value).toUpperCase()
  if (format === 'lowerLetter') return toLetters(value)
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format === 'vietnameseCounting') return toWords(value)
  if (format === 'none') return ''
  return String(value)
}

/** Bullets of symbol fonts come as characters of private use or of other meaning; a dash is what they are in a Vietnamese document's text. */
const bulletOf = (text: string): string => (/^[-–—+*•]$/.test(text.trim()) ? text.trim() : '-')

/** What stands before the next paragraph of a list, which it counts; null when nothing does. */
export type NumberTeller = (numbering: { readonly numId: string | null; readonly level: number | null }, styleId: string | null) => string | null

/**
 * Counts the paragraphs of a document's lists in their order. Lists of one definition count on together, but for one that says where it begins
 * anew, at its first paragraph; a level begins anew below a higher one.
 */
export function createNumberTeller(xml: string | null, styles: StyleTable, file: string, limits: ReadLimits): NumberTeller {
  if (xml === null) return () => null
  const { abstracts, lists } = readLists(xml, file, limits)
  const byStyleLink = new Map([...abstracts].flatMap(([id, a]) => (a.styleLink === null ? [] : [[a.styleLink, id] as const])))
  const counters = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()

  const abstractOf = (list: List): string => {
    const linked = abstracts.get(list.abstract)?.link
    return (linked ? byStyleLink.get(linked) : undefined) ?? list.abstract
  }
  const levelOf = (list: List, abstract: string, level: number): Level | null => list.levels.get(level) ?? abstracts.get(abstract)?.levels.get(level) ?? null
  const levelOfStyle = (abstract: string, styleId: string | null): number | null => {
    if (styleId === null) return null
    for (const [level, { style }] of abstracts.get(abstract)?.levels ?? []) if (style === styleId) return level
    return null
  }

  return (own, styleId) => {
    const inherited = styles(styleId).numbering
    const numId = own.numId ?? inherited.numId
    const list = numId === null || numId === '0' ? undefined : lists.get(numId)
    if (!list || numId === null) return null
    const abstract = abstractOf(list)
    const at = own.level ?? (own.numId === null ? levelOfStyle(abstract, styleId) : null) ?? inherited.level ?? 0
    const level = levelOf(list, abstract, at)
    if (!level) return null
    const counts = counters.get(abstract) ?? []
    counters.set(abstract, counts)
    for (const [overridden, start] of list.starts) {
      if (overridden > at || started.has(`${numId}/${overridden}`)) continue
      started.add(`${numId}/${overridden}`)
      counts[overridden] = overridden === at ? start - 1 : start
      counts.fill(undefined, overridden + 1)
    }
    counts[at] = (counts[at] ?? level.start - 1) + 1
    for (let below = at + 1; below < counts.length; below++) {
      const restart = levelOf(list, abstract, below)?.restart ?? null
      if (restart === null || (restart !== 0 && at < restart)) counts[below] = undefined
    }
    if (level.format === 'bullet') return bulletOf(level.text)
    const text = level.text.replace(/%([1-9])/g, (_, n: string) => {
      const index = Number(n) - 1
      const meant = levelOf(list, abstract, index)
      if (!meant || meant.format === 'bullet') return ''
      // A level above that no paragraph has had yet counts as begun.
      if (counts[index] === undefined) counts[index] = meant.start
      return formatNumber(counts[index] as number, level.legal ? 'decimal' : meant.format)
    })
    return text.trim() === '' ? null : text.trim()
  }
}
