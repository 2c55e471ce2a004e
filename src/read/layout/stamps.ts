import { isBlank, rightOf, type TextBox } from './text-box.js'

/** What a digital signature prints of itself: who signed, by what mail address, for which body, when. */
const STAMP =
  /^(?:Ký bởi|Người ký|Được ký bởi|Ký số bởi|Ký điện tử bởi|Digitally signed|Signature Not Verified|Thời gian ký|Giờ ký|Ngày ký|Email|E-mail|Cơ quan|Tổ chức|Đơn vị|Chức vụ)\s*:|^(?:Signature Not Verified|Signature Valid|Digitally signed by)/i
const SIGNED = /Ký bởi|Người ký|ký bởi|signed|Thời gian ký|Giờ ký|Ngày ký/i
/** Of the type of the text around it. */
const SMALL = 0.85

export interface StampResult {
  readonly boxes: readonly TextBox[]
  /** The words of each stamp that was taken out. */
  readonly stamps: readonly string[]
}

interface Run {
  readonly boxes: TextBox[]
  readonly text: string
  readonly y: number
  readonly size: number
  readonly x0: number
  readonly x1: number
}

/** Boxes that were written one after the other on one baseline. */
function runsOf(boxes: readonly TextBox[]): Run[] {
  const groups: TextBox[][] = []
  for (const box of [...boxes].sort((a, b) => a.order - b.order || a.x - b.x)) {
    const last = groups.at(-1)?.at(-1)
    if (last && Math.abs(last.y - box.y) < 1 && box.x - rightOf(last) < 2 * box.size && box.x > last.x) groups.at(-1)?.push(box)
    else groups.push([box])
  }
  return groups
    .filter(group => group.some(box => !isBlank(box)))
    .map(group => {
      const printed = group.filter(box => !isBlank(box))
      return {
        boxes: group,
        text: group
          .map(box => box.text)
          .join('')
          .trim(),
        y: (printed[0] as TextBox).y,
        size: Math.max(...printed.map(box => box.size)),
        x0: (printed[0] as TextBox).x,
        x1: rightOf(printed.at(-1) as TextBox),
      }
    })
}

/** The size in which most of a page is set. */
export function bodySize(boxes: readonly TextBox[]): number {
  const weights = new Map<number, number>()
  for (const box of boxes) {
    const size = Math.round(box.size * 2) / 2
    weights.set(size, (weights.get(size) ?? 0) + box.text.trim().length)
  }
  let best = 0
  let most = 0
  for (const [size, weight] of weights) {
    if (weight > most) {
      best = size
      most = weight
    }
  }
  return best
}

/** Takes the stamps of digital signatures off a page: small lines right below each other, of which one names a signer or a time of signing. */
export function withoutStamps(boxes: readonly TextBox[]): StampResult {
  if (!boxes.some(box => /[Kk]ý|[Ss]ign/.test(box.text)) && !boxes.some(box => box.text === 'K' || box.text === 'S')) return { boxes, stamps: [] }
  const limit = bodySize(boxes) * SMALL
  const runs = runsOf(boxes)
  const taken = new Set<TextBox>()
  const stamps: string[] = []
  for (let i = 0; i < runs.length; i++) {
    const first = runs[i] as Run
    if (!STAMP.test(first.text) || first.size > limit || taken.has(first.boxes[0] as TextBox)) continue
    const isNear = (a: Run, b: Run): boolean =>
      Math.abs(a.size - b.size) <= 0.15 * a.size && b.y - a.y >= -0.1 && b.y - a.y <= 2.2 * a.size && b.x0 < a.x1 + 20 && b.x1 > a.x0 - 20
    let to = i
    while (to + 1 < runs.length && isNear(runs[to] as Run, runs[to + 1] as Run)) to++
    const block = runs.slice(i, to + 1)
    const words = block.map(run => run.text).join(' ')
    if (!SIGNED.test(words) || words.length > 400) continue
    stamps.push(words)
    for (const run of block) for (const box of run.boxes) taken.add(box)
    i = to
  }
  return stamps.length === 0 ? { boxes, stamps } : { boxes: boxes.filter(box => !taken.has(box)), stamps }
}
