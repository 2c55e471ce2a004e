import { matchesOf } from '../../model/matches-of.js'
import { pointLetters } from '../../model/section.js'

/** One level of a pinpoint with the labels it names: `khoản 1, 3` is `{ unit: 'khoản', labels: ['1', '3'] }`. */
export interface PinpointStep {
  readonly unit: string
  readonly labels: readonly string[]
}

function range(from: string, to: string): string[] {
  if (/^\d+$/.test(from) && /^\d+$/.test(to)) {
    const [a, b] = [Number(from), Number(to)]
    return b >= a && b - a < 50 ? Array.from({ length: b - a + 1 }, (_, i) => String(a + i)) : [from, to]
  }
  const [a, b] = [pointLetters.indexOf(from), pointLetters.indexOf(to)]
  return a >= 0 && b >= a ? [...pointLetters.slice(a, b + 1)] : [from, to]
}

function labels(list: string): string[] {
  return list
    .split(/\s*(?:,|;|\svà\s)\s*/)
    .map(item => item.trim())
    .filter(item => item !== '')
    .flatMap(item => {
      const ends = item.split(/\s*(?:\sđến\s|-)\s*/)
      return ends.length === 2 ? range(ends[0] as string, ends[1] as string) : [item]
    })
}

const STEP = /(điểm|khoản|Điều|Mục|Phần|Chương|Phụ lục)(?:\s(?:số\s)?((?:(?!điểm|khoản|Điều|Mục|Phần|Chương|Phụ lục).)*))?/g

/** Reads "điểm a, b và đ khoản 2 Điều 5" from the narrowest level to the widest. Lists and ranges are spread out. */
export function parsePinpoint(pinpoint: string): PinpointStep[] {
  const steps: PinpointStep[] = []
  for (const m of matchesOf(pinpoint, STEP)) {
    steps.push({ unit: m[1] as string, labels: labels((m[2] ?? '').trim()) })
  }
  return steps
}
