import type { Ruling, TextBox } from '../layout/text-box.js'
import { decodeLegacyFonts } from './legacy-fonts.js'
import type { PdfPage } from './pdf-document.js'
import { type FontBox, joinGlyphs } from './runs.js'
import { countStrayMarks } from './stray-marks.js'
import { upright } from './turned-page.js'
import { type Font, walkOperators } from './walk-operators.js'

/** pdf.js's `AnnotationMode.ENABLE`: fields and signatures are drawn as they look. */
const WITH_ANNOTATIONS = 1

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

function fontOf(page: PdfPage, id: string): Font {
  const known = page.commonObjs.has(id) ? (page.commonObjs.get(id) as { readonly name?: string; readonly fontMatrix?: readonly number[] }) : null
  return { name: (known?.name ?? '').replace(/^[A-Z]{6}\+/, ''), unit: known?.fontMatrix?.[0] ?? 0.001 }
}
