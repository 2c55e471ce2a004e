import type { HeadingMatch } from './heading-matcher.js'

/** An open heading: what stands below it is governed by it. */
export interface OpenHeading {
  readonly heading: HeadingMatch
  readonly section: number
}

/** Styles from the widest to the narrowest. */
const RANK: Readonly<Record<string, number>> = {
  'phu-luc': 0,
  phan: 1,
  chuong: 2,
  'chu-hoa': 3,
  'la-ma': 4,
  muc: 5,
  'tieu-muc': 6,
  dieu: 7,
  so1: 8,
  so2: 9,
  so3: 10,
  so4: 11,
  so5: 12,
  diem: 13,
  diem2: 14,
  'so1)': 15,
  'so2)': 16,
}
/** Styles that stand in either order: the one that comes first is the wider ("Điều 1. Phê duyệt …: I. QUAN ĐIỂM"; "II. … A. LĨNH VỰC …"; "1) Yêu cầu" above "a) …", and "a)" above "1)"). */
const EITHER_WAY: readonly ReadonlySet<string>[] = [new Set(['chu-hoa', 'la-ma', 'dieu']), new Set(['so1', 'so1/']), new Set(['diem', 'so1)', 'so2)', 'so3)'])]

/** "1/" is as wide as "1.". */
const rank = (h: HeadingMatch): number => RANK[h.style.replace('/', '')] ?? 20

/** How well a reading fits behind the open headings: 2 it follows one, 1 it begins a series, 0 it skips or repeats. */
export function fitness(open: readonly OpenHeading[], h: HeadingMatch): number {
  const peer = open.findLast(o => o.heading.style === h.style && o.heading.prefix === h.prefix)
  if (peer && h.value === peer.heading.value + 1) return 2
  const parent = open.findLast(o => h.prefix !== '' && o.heading.label === h.prefix)
  if (h.value === 1) return parent || h.prefix === '' ? 1.5 : 1
  return parent ? 0.5 : 0
}

/**
 * The open headings under which a new one stands. It follows its peer (same style, same numbers before it); a series that begins goes
 * below the nearest wider heading; "1." right below "a)" while "1." … stand above stays below "a)" only when the outer series goes on later,
 * which cannot be known here, so it restarts the outer series.
 */
export function parentsFor(open: readonly OpenHeading[], h: HeadingMatch): readonly OpenHeading[] {
  for (let i = open.length - 1; i >= 0; i--) {
    const peer = (open[i] as OpenHeading).heading
    if (peer.style === h.style && peer.prefix === h.prefix && peer.value + 1 === h.value) return open.slice(0, i)
  }
  if (h.prefix !== '') {
    const i = open.findLastIndex(o => o.heading.label === h.prefix)
    if (i >= 0) return open.slice(0, i + 1)
  }
  const peer = open.findIndex(o => o.heading.style === h.style)
  if (peer >= 0) return open.slice(0, peer)
  const eitherWay = EITHER_WAY.find(styles => styles.has(h.style))
  const host = open.findLastIndex(o => eitherWay?.has(o.heading.style) && (o.heading.style !== 'dieu' || o.heading.value === 1))
  const wider = open.findLastIndex(o => rank(o.heading) < rank(h))
  return open.slice(0, Math.max(host, wider) + 1)
}
