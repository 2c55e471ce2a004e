import type { PageContent } from '../layout/text-box.js'
import type { Picture } from './picture.js'
import type { Recogniser } from './recogniser.js'
import { tsvBoxes } from './tsv-boxes.js'

const A4 = { short: 595, long: 842 } as const

/** tesseract takes nothing coarser. */
const LEAST_DPI = 70

/** Reads a picture as a page; one of unknown size is taken for A4, upright or sideways. */
export async function pageOfPicture(picture: Picture, number: number, recogniser: Recogniser, deadline: number, widthInPoints?: number): Promise<PageContent> {
  const width = widthInPoints ?? (picture.width <= picture.height * 1.1 ? A4.short : A4.long)
  const scale = width / picture.width
  const tsv = await recogniser.read(picture.bytes, Math.max(LEAST_DPI, 72 / scale), deadline)
  return { number, width, height: picture.height * scale, boxes: tsvBoxes(tsv, scale), rulings: null }
}
