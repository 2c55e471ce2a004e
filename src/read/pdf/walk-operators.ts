import type { Ruling } from '../layout/text-box.js'
import { apply, identity, multiply } from './matrix.js'
import type { Matrix, PdfOperators } from './pdf-document.js'
import { readPath } from './rulings.js'
import { type FontBox, NEAR } from './runs.js'

/** The operators of pdf.js 5.4 that move or show text, or draw (its table `OPS`, which pdf-parse does not pass on). */
const OP = {
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  paintFormBegin: 74,
  paintFormEnd: 75,
  beginAnnotation: 80,
  endAnnotation: 81,
  paintImageMask: 83,
  paintImage: 85,
  constructPath: 91,
} as const

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

interface Graphics {
  matrix: Matrix
  font: string
  size: number
  direction: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  text: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

/** What the walk has to know of a font: its name, and how long its unit is. */
export interface Font {
  readonly name: string
  readonly unit: number
}

/** What the operators put on a page; letters that follow each other are one box where `isWhole`. */
export function walkOperators({ fnArray, argsArray }: PdfOperators, base: Matrix, fontBy: (id: string) => Font, isWhole: boolean) {
  const glyphs: FontBox[] = []
  const annotations: FontBox[][] = []
  let target = glyphs
  const rulings: Ruling[] = []
  const known = new Map<string, Font>()
  let pictureArea = 0
  let pictureDpi = 0
  let paths = 0
  let order = 0
  /** Where the line that is written stands, across its direction. */
  let lineAt = Number.NaN
  const start: Graphics = {
    ...{ matrix: base, font: '', size: 0, direction: 1, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, text: identity },
    ...{ x: 0, y: 0, lineX: 0, lineY: 0 },
  }
  let now = start
  const stack: Graphics[] = []
  const save = () => stack.push({ ...now })
  const restore = () => {
    now = stack.pop() ?? now
  }
  const move = (x: number, y: number) => {
    now.lineX += x
    now.lineY += y
    now.x = now.lineX
    now.y = now.lineY
  }
  const font = (id: string): Font => {
    const found = known.get(id) ?? fontBy(id)
    known.set(id, found)
    return found
  }

  function show(run: readonly (Glyph | number)[]): void {
    const { name, unit } = font(now.font)
    const toPage = multiply(now.matrix, now.text)
    const stretch = Math.hypot(toPage[0], toPage[1])
    const put = (text: string, at: number, width: number): void => {
      const [px, py] = apply(toPage, now.x + at * now.scale, now.y + now.rise)
      const across = (py * toPage[0] - px * toPage[1]) / stretch
      if (Math.abs(across - lineAt) > 0.5 * now.size * stretch) order++
      lineAt = across
      target.push({
        text,
        place: [toPage[0] * now.direction, toPage[1] * now.direction, toPage[2], toPage[3], px, py],
        width: width * Math.abs(now.scale) * stretch,
        size: now.size * Math.hypot(toPage[2], toPage[3]),
        order,
        font: name,
      })
    }
    let piece = ''
    let from = 0
    let end = 0
    /** The width of a blank behind the piece, which is a part of it when another letter follows; 0 for none. */
    let blank = 0
    let blankAt = 0
    const close = () => {
      if (piece !== '') put(piece, from, end - from)
      if (blank > 0) put(' ', blankAt, blank)
      piece = ''
      blank = 0
    }
    const near = NEAR * now.size
    let x = 0
    for (const glyph of run) {
      if (typeof glyph === 'number') {
        x -= (glyph * now.size) / 1000
        continue
      }
      const { unicode } = glyph
      const width = Math.abs(glyph.width * unit * now.size)
      const isShown = unicode !== ' ' && unicode.trim() !== ''
      const joins = isWhole && width > 0 && now.direction > 0
      if (joins && isShown) {
        if (Math.abs(x - (blank > 0 ? blankAt + blank : end)) > near) close()
        if (piece === '') from = x
        piece += blank > 0 ? ` ${unicode}` : unicode
        end = x + width
        blank = 0
      } else if (joins && unicode === ' ' && piece !== '' && blank === 0 && Math.abs(x - end) < near) {
        blankAt = x
        blank = width
      } else if (unicode !== '') {
        close()
        put(unicode, x, width)
      }
      x += glyph.width * unit * now.size + ((glyph.isSpace ? now.wordSpacing : 0) + now.charSpacing) * now.direction
    }
    close()
    now.x += x * now.scale
  }

  // Made once and not for each operator, of which a page has thousands.
  const none: readonly never[] = []
  let args = none
  const number = (at: number): number => args[at] as unknown as number
  for (let i = 0; i < fnArray.length; i++) {
    args = (argsArray[i] ?? none) as readonly never[]
    switch (fnArray[i]) {
      case OP.save:
        save()
        break
      case OP.restore:
      case OP.paintFormEnd:
        restore()
        break
      case OP.transform:
        now.matrix = multiply(now.matrix, args as unknown as Matrix)
        break
      case OP.paintFormBegin:
        save()
        if (args[0]) now.matrix = multiply(now.matrix, args[0] as unknown as Matrix)
        break
      case OP.beginAnnotation:
        save()
        now.matrix = multiply(multiply(base, args[2] as unknown as Matrix), args[3] as unknown as Matrix)
        target = []
        annotations.push(target)
        break
      case OP.endAnnotation:
        restore()
        target = glyphs
        break
      case OP.beginText:
        order++
        Object.assign(now, { text: identity, x: 0, y: 0, lineX: 0, lineY: 0 })
        break
      case OP.setCharSpacing:
        now.charSpacing = number(0)
        break
      case OP.setWordSpacing:
        now.wordSpacing = number(0)
        break
      case OP.setHScale:
        now.scale = number(0) / 100
        break
      case OP.setLeading:
        now.leading = -number(0)
        break
      case OP.setFont:
        now.font = args[0] as unknown as string
        now.size = Math.abs(number(1))
        now.direction = number(1) < 0 ? -1 : 1
        break
      case OP.setTextRise:
        now.rise = number(0)
        break
      case OP.moveText:
        move(number(0), number(1))
        break
      case OP.setLeadingMoveText:
        now.leading = number(1)
        move(number(0), number(1))
        break
      case OP.setTextMatrix:
        Object.assign(now, { text: Array.from(args[0] as unknown as ArrayLike<number>), x: 0, y: 0, lineX: 0, lineY: 0 })
        break
      case OP.nextLine:
        move(0, now.leading)
        break
      case OP.showText:
        show(args[0] as unknown as readonly (Glyph | number)[])
        break
      case OP.paintImage:
      case OP.paintImageMask: {
        const [a, b, c, d] = now.matrix
        const area = Math.abs(a * d - b * c)
        if (area <= pictureArea) break
        pictureArea = area
        pictureDpi = (72 * (typeof args[1] === 'number' ? number(1) : 0)) / Math.hypot(a, b)
        break
      }
      case OP.constructPath:
        paths++
        if (target === glyphs) rulings.push(...readPath(number(0), args[1] as unknown as readonly ArrayLike<number>[] | null, now.matrix))
        break
      default:
    }
  }
  return { glyphs, annotations, rulings, pictureArea, pictureDpi, paths }
}
