/** Width and height of a JPEG picture in pixels and its colours, from its frame header. Throws for bytes that have none. */
function sizeOf(jpeg: Buffer): { readonly width: number; readonly height: number; readonly colours: string } {
  for (let at = 2; at + 9 < jpeg.length; ) {
    const marker = jpeg[at + 1] as number
    if (marker >= 0xc0 && marker <= 0xc2) {
      return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7), colours: jpeg[at + 9] === 1 ? 'DeviceGray' : 'DeviceRGB' }
    }
    at += 2 + jpeg.readUInt16BE(at + 2)
  }
  throw new Error('The picture has no frame header.')
}

/** A PDF that holds nothing but pictures, one a page, as scanners write it. */
export function imagePdf(pictures: readonly Buffer[], dpi: number): Buffer {
  const objects: Buffer[] = []
  const add = (head: string, stream?: Buffer): void => {
    const body = stream ? [Buffer.from(`${head}\nstream\n`), stream, Buffer.from('\nendstream')] : [Buffer.from(head)]
    objects.push(Buffer.concat([Buffer.from(`${objects.length + 1} 0 obj\n`), ...body, Buffer.from('\nendobj\n')]))
  }
  const pageNumber = (i: number): number => 3 + 3 * i
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pictures.length} /Kids [${pictures.map((_, i) => `${pageNumber(i)} 0 R`).join(' ')}] >>`)
  pictures.forEach((picture, i) => {
    const { width, height, colours } = sizeOf(picture)
    const [w, h] = [(width * 72) / dpi, (height * 72) / dpi]
    const draw = Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /Scan Do Q`)
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${pageNumber(i) + 1} 0 R /Resources << /XObject << /Scan ${pageNumber(i) + 2} 0 R >> >> >>`,
    )
    add(`<< /Length ${draw.length} >>`, draw)
    add(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${colours} /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length} >>`,
      picture,
    )
  })
  const header = Buffer.from('%PDF-1.4\n')
  let at = header.length
  const places = objects.map(object => {
    const place = at
    at += object.length
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([header, ...objects, Buffer.from(table)])
}
