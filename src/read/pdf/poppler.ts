import { entryOf } from '../../model/entry-of.js'
import type { PageContent, TextBox } from '../layout/text-box.js'
import { findProgram, runProgram } from '../program.js'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) =>
    decimal ? String.fromCodePoint(Number(decimal)) : hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (entryOf(entities, name) ?? whole),
  )

/** The words of poppler's `-bbox-layout` listing, in its order of lines. */
export function wordBoxes(listing: string): { readonly width: number; readonly height: number; readonly boxes: readonly TextBox[] } {
  const page = /<page width="([\d.]+)" height="([\d.]+)"/.exec(listing)
  const boxes: TextBox[] = []
  let order = 0
  for (const m of listing.matchAll(/<line |<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<\/word>/g)) {
    if (m[5] === undefined) {
      order++
      continue
    }
    const [x0, y0, x1, y1] = m.slice(1, 5).map(Number) as [number, number, number, number]
    const height = y1 - y0
    boxes.push({ text: withoutEntities(m[5]).normalize('NFC'), x: x0, y: y1 - 0.22 * height, width: x1 - x0, size: height * 0.85, order, confidence: null })
  }
  return { width: Number(page?.[1] ?? 595), height: Number(page?.[2] ?? 842), boxes }
}

/** A page as pdftotext reads it, or null where it is not installed or cannot. */
export async function popplerPage(bytes: Uint8Array, number: number, deadline: number): Promise<PageContent | null> {
  const program = findProgram('pdftotext')
  if (!program) return null
  try {
    const listing = await runProgram(program, ['-bbox-layout', '-f', String(number), '-l', String(number), '-', '-'], { input: bytes, deadline })
    return { number, rulings: null, ...wordBoxes(listing.toString()) }
  } catch {
    return null
  }
}

/** A page as a grey picture (PGM) drawn by pdftoppm, or null where it is not installed or cannot. */
export async function popplerPicture(bytes: Uint8Array, number: number, dpi: number, deadline: number): Promise<Uint8Array | null> {
  const program = findProgram('pdftoppm')
  if (!program) return null
  try {
    const picture = await runProgram(program, ['-r', String(Math.round(dpi)), '-gray', '-f', String(number), '-l', String(number), '-'], {
      input: bytes,
      deadline,
    })
    return picture.length > 0 ? picture : null
  } catch {
    return null
  }
}
