import type { Ruling, TextBox } from '../layout/text-box.js'
import { decodeLegacyFonts } from './legacy-fonts.js'
import { apply, identity, multiply } from './matrix.js'
import type { Matrix, PdfOperators, PdfPage } from './pdf-document.js'
import { readPath } from './rulings.js'
import { type FontBox, joinGlyphs, NEAR } from './runs.js'
import { countStrayMarks } from './stray-marks.js'
import { upright } from './turned-page.js'

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

/** pdf.js's `AnnotationMode.ENABLE`: fields and signatures are drawn as they look. */
const WITH_ANNOTATIONS = 1

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

export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly boxes: readonly TextBox[]
  /** The glyphs of the boxes, one by one. */
  readonly glyphs: () => readonly TextBox[]
  /** What each annotation shows: signatures, and the number and date that a clerk fills in when the document is signed. */
  readonly annotations: readonly (readonly TextBox[])[]
  readonly rulings: readonly Ruling[]
  /** Glyphs that are drawn over letters and are not what the file says. */
  readonly strayMarks: number
  /** The largest share of the page that one picture covers; 0 for a page without its pictures. */
  readonly pictureShare: number
  /** The dots an inch of that picture; 0 without one. */
  readonly pictureDpi: number
  /** How many shapes are drawn. */
  readonly paths: number
}

/**
 * The words of a page at the places where its glyphs are drawn, and the straight lines. pdf.js's own runs (`getTextContent`) come in the order of the stream, in which letters of a
 * fallback font stand behind the run they were torn from, and do not show lines and fields; what pdf.js would draw shows all of them in one pass.
 */
export async function drawnPage(page: PdfPage): Promise<DrawnPage> {
  const viewport = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList({ annotationMode: WITH_ANNOTATIONS })
  const walkPage = (isWhole: boolean) => walkOperators(operators, viewport.transform, id => fontOf(page, id), isWhole)
  const walk = walkPage(true)
  const runs = (glyphs: readonly FontBox[]) => upright(decodeLegacyFonts(joinGlyphs(glyphs)), viewport.width, viewport.height)
  const { boxes, width, height, turn } = runs(walk.glyphs)
  const glyphs = (): readonly TextBox[] => upright(walkPage(false).glyphs, viewport.width, viewport.height).boxes
  const annotations = walk.annotations.map(list => runs(list).boxes).filter(list => list.length > 0)
  const rulings = walk.rulings.map(({ x0, y0, x1, y1 }) => {
    const [ax, ay] = turn(x0, y0)
    const [bx, by] = turn(x1, y1)
    return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) }
  })
  return {
    width,
    height,
    boxes,
    glyphs,
    annotations,
    rulings,
    strayMarks: countStrayMarks(walk.glyphs),
    pictureDpi: walk.pictureDpi,
    pictureShare: walk.pictureArea / (viewport.width * viewport.height),
    paths: walk.paths,
  }
}

interface Font {
  readonly name: string
  readonly unit: number
}

function fontOf(page: PdfPage, id: string): Font {
  const known = page.commonObjs.has(id) ? (page.commonObjs.get(id) as { readonly name?: string; readonly fontMatrix?: readonly number[] }) : null
  return { name: (known?.name ?? '').replace(/^[A-Z]{6}\+/, ''), unit: known?.fontMatrix?.[0] ?? 0.001 }
}

/** What the operators put on a page; letters that follow each other are one box where `isWhole`. */
function walkOperators({ fnArray, argsArray }: PdfOperators, base: Matrix, fontBy: (id: string) => Font, isWhole: boolean) {
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
    const close = () => {
      if (piece !== '') put(piece, from, end - from)
      piece = ''
    }
    let x = 0
    for (const glyph of run) {
      if (typeof glyph === 'number') {
        x -= (glyph * now.size) / 1000
        continue
      }
      const width = Math.abs(glyph.width * unit * now.size)
      if (isWhole && width > 0 && now.direction > 0 && glyph.unicode.trim() !== '') {
        if (Math.abs(x - end) > NEAR * now.size) close()
        if (piece === '') from = x
        piece += glyph.unicode
        end = x + width
      } else if (glyph.unicode !== '') {
        close()
        put(glyph.unicode, x, width)
      }
      x += glyph.width * unit * now.size + ((glyph.isSpace ? now.wordSpacing : 0) + now.charSpacing) * now.direction
    }
    close()
    now.x += x * now.scale
  }

  for (let i = 0; i < fnArray.length; i++) {
    const args = (argsArray[i] ?? []) as readonly never[]
    const number = (at: number): number => args[at] as unknown as number
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
