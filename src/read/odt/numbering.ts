import { toLetters, toRoman } from '../layout/list-number.js'
import type { OdtLevel, OdtStyles } from './styles.js'

/** A list that stands open: its style, its level and where its numbers are kept. */
export interface OpenList {
  readonly style: string | null
  readonly level: number
  readonly counts: (number | undefined)[]
}

/** Opens lists in their order and tells what stands before their items. */
export interface OdtNumbering {
  open(outer: OpenList | null, style: string | null, id: string | null, continues: { readonly list: string | null; readonly numbering: boolean }): OpenList
  /** The mark of the next item, which is counted; null for none. */
  next(list: OpenList, start: number | null): string | null
  /** The number of a heading of the outline, which is counted; null where the outline has no numbers. */
  heading(level: number): string | null
}

function format(value: number, kind: string): string {
  if (kind === 'I') return toRoman(value).toUpperCase()
  if (kind === 'i') return toRoman(value)
  if (kind === 'A') return toLetters(value).toUpperCase()
  if (kind === 'a') return toLetters(value)
  return kind === '' ? '' : String(value)
}

function markOf(levels: ReadonlyMap<number, OdtLevel>, at: number, counts: readonly (number | undefined)[]): string | null {
  const level = levels.get(at)
  if (!level) return null
  if (level.kind === 'bullet') return '-'
  if (level.format === '') return null
  const numberAt = (n: number): string => {
    const other = levels.get(n)
    return other && other.kind === 'number' ? format(counts[n] ?? other.start, other.format) : ''
  }
  if (level.pattern !== null) return level.pattern.replace(/%(\d+)%/g, (_, n: string) => numberAt(Number(n))).trim() || null
  const numbers: string[] = []
  for (let n = Math.max(1, at - level.shown + 1); n <= at; n++) numbers.push(numberAt(n))
  return `${level.prefix}${numbers.filter(Boolean).join('.')}${level.suffix}`.trim() || null
}

/** Counting begins anew with every list that does not say that it goes on from another (19.880 and 19.881 of OpenDocument 1.3, part 3). */
export function createOdtNumbering(styles: OdtStyles): OdtNumbering {
  const byId = new Map<string, OpenList['counts']>()
  const byStyle = new Map<string, OpenList['counts']>()
  const outline: (number | undefined)[] = []
  const count = (counts: (number | undefined)[], at: number, start: number): void => {
    counts[at] = (counts[at] ?? start - 1) + 1
    counts.length = at + 1
  }
  return {
    open(outer, own, id, continues) {
      const style = own ?? outer?.style ?? null
      const inherited = continues.list === null ? undefined : byId.get(continues.list)
      const counts = outer?.counts ?? inherited ?? (continues.numbering && style !== null ? byStyle.get(style) : undefined) ?? []
      if (id !== null) byId.set(id, counts)
      if (style !== null && !outer) byStyle.set(style, counts)
      return { style, level: (outer?.level ?? 0) + 1, counts }
    },
    next({ style, level, counts }, start) {
      const levels = styles.listOf(style)
      if (start !== null) counts[level] = start - 1
      count(counts, level, levels?.get(level)?.start ?? 1)
      return levels ? markOf(levels, level, counts) : null
    },
    heading(level) {
      const levels = styles.listOf('')
      if (!levels?.get(level)?.format) return null
      count(outline, level, levels.get(level)?.start ?? 1)
      return markOf(levels, level, outline)
    },
  }
}
