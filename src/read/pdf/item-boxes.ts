import type { TextBox } from '../layout/text-box.js'
import { multiply } from './matrix.js'
import type { Matrix, PdfPage } from './pdf-document.js'
import { type TurnedBox, upright } from './turned-page.js'

/** The runs of a page's text, as pdf.js joins them. */
export async function itemBoxes(page: PdfPage): Promise<{ readonly width: number; readonly height: number; readonly boxes: readonly TextBox[] }> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const boxes: TurnedBox[] = []
  let order = 0
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    if (item.str.trim() !== '') order++
    const place: Matrix = multiply(viewport.transform, item.transform)
    boxes.push({ text: item.str, place, width: item.width, size: Math.hypot(item.transform[2], item.transform[3]), order })
  }
  return upright(boxes, viewport.width, viewport.height)
}
