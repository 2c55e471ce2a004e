import UTIF from 'utif2'

/** A picture of one page, as OCR takes it. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** PNG, JPEG or PGM. */
  readonly bytes: Uint8Array
}

/** Width and height that a picture's head states, or null. */
interface Size {
  readonly width: number
  readonly height: number
}

/** How a picture that cannot be taken is told: too many pixels, or no picture. */
export type PictureFault = { readonly fault: 'pixels'; readonly pixels: number } | { readonly fault: 'damaged' }

const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8
const isTiff = (bytes: Uint8Array): boolean => (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d)

/** The frame header of a JPEG (SOF0 to SOF15, without the tables that share their numbers). */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 33) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** A grey picture (PGM) of RGBA pixels. */
export function toPgm(rgba: Uint8Array, { width, height }: Size): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const out = new Uint8Array(head.length + width * height)
  out.set(head)
  for (let i = 0, o = head.length; o < out.length; i += 4, o++) {
    // A clear pixel shows the paper.
    const alpha = (rgba[i + 3] as number) / 255
    const grey = 0.299 * (rgba[i] as number) + 0.587 * (rgba[i + 1] as number) + 0.114 * (rgba[i + 2] as number)
    out[o] = grey * alpha + 255 * (1 - alpha)
  }
  return out
}

function tiffPages(bytes: Uint8Array, maxPixels: number): readonly (() => Picture)[] | PictureFault {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const folders = UTIF.decode(buffer)
  const sizes = folders.map(folder => ({
    width: Number((folder.t256 as number[] | undefined)?.[0] ?? 0),
    height: Number((folder.t257 as number[] | undefined)?.[0] ?? 0),
  }))
  const pages = folders.flatMap((folder, i) => ((sizes[i] as Size).width > 0 && (sizes[i] as Size).height > 0 ? [{ folder, size: sizes[i] as Size }] : []))
  if (pages.length === 0) return { fault: 'damaged' }
  const most = Math.max(...pages.map(({ size }) => size.width * size.height))
  if (most > maxPixels) return { fault: 'pixels', pixels: most }
  return pages.map(({ folder, size }) => () => {
    UTIF.decodeImage(buffer, folder)
    return { ...size, bytes: toPgm(UTIF.toRGBA8(folder), size) }
  })
}

/** The pages of a picture file - one, but for TIFF -, each decoded when it is asked for. Sizes are read from the heads before anything is unpacked. */
export function picturePages(bytes: Uint8Array, maxPixels: number): readonly (() => Picture)[] | PictureFault {
  if (isTiff(bytes)) {
    try {
      return tiffPages(bytes, maxPixels)
    } catch {
      return { fault: 'damaged' }
    }
  }
  const size = isPng(bytes) ? pngSize(bytes) : isJpeg(bytes) ? jpegSize(bytes) : null
  if (!size || size.width === 0 || size.height === 0) return { fault: 'damaged' }
  const pixels = size.width * size.height
  return pixels > maxPixels ? { fault: 'pixels', pixels } : [() => ({ ...size, bytes })]
}
