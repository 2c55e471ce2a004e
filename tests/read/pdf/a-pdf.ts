import { createHash } from 'node:crypto'

/** Words to print: the baseline's left end in points from the page's lower left corner. */
export interface PrintedText {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

export interface APage {
  readonly texts?: readonly PrintedText[]
  /** Lines `[x0, y0, x1, y1]`. */
  readonly rulings?: readonly (readonly [number, number, number, number])[]
  /** A JPEG as broad as the page; it is stretched over the page unless its height in points is told. */
  readonly picture?: { readonly jpeg: Uint8Array; readonly width: number; readonly height: number; readonly shown?: number }
  /** Words in the appearance of a signature field. */
  readonly fields?: readonly PrintedText[]
}

export interface PdfOptions {
  /** Letters that the first font lacks: they are drawn behind their run, in a second font, as LibreOffice and Word do. */
  readonly missing?: RegExp
  /** Codes without a mapping to Unicode. */
  readonly unmapped?: boolean
  readonly encrypted?: boolean
  /** The name of the font, and the character that each letter is coded as. */
  readonly font?: { readonly name: string; readonly code: (letter: string) => string }
}

/** The width of every glyph, in type heights. */
export const ADVANCE = 0.42

const hex = (n: number, digits = 4): string => n.toString(16).padStart(digits, '0')

/** A PDF that is written by hand: just what pdf.js needs to read text, lines, a picture or a signature field. */
export function aPdf(pages: readonly APage[], options: PdfOptions = {}): Uint8Array {
  const objects: (string | Buffer)[] = []
  const add = (body: string | Buffer): number => objects.push(body)
  const stream = (dict: string, data: string | Uint8Array): Buffer => {
    const bytes = Buffer.from(data as string)
    return Buffer.concat([Buffer.from(`<< ${dict} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')])
  }
  const letters = [...new Set(pages.flatMap(p => [...(p.texts ?? []), ...(p.fields ?? [])]).flatMap(t => [...t.text]))]
  const codeOf = new Map(letters.map((letter, i) => [letter, i + 1]))
  const unicode = (letter: string): string => {
    const shown = options.font ? options.font.code(letter) : letter
    return [...Array(shown.length).keys()].map(i => hex(shown.charCodeAt(i))).join('')
  }
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${letters.map(letter => `1 beginbfchar <${hex(codeOf.get(letter) as number)}> <${unicode(letter)}> endbfchar`).join('\n')}
endcmap end end`
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('')
  const toUnicode = add(stream('', map))
  const fonts = ['Body', 'Fallback'].map(name => {
    const base = options.font?.name ?? name
    const descriptor = add(
      `<< /Type /FontDescriptor /FontName /${base} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>`,
    )
    const cid = add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${base} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${ADVANCE * 1000} /FontDescriptor ${descriptor} 0 R >>`,
    )
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${base} /Encoding /Identity-H /DescendantFonts [${cid} 0 R] ${options.unmapped ? '' : `/ToUnicode ${toUnicode} 0 R`} >>`,
    )
  })
  const fontDict = `/Font << /F1 ${fonts[0]} 0 R /F2 ${fonts[1]} 0 R >>`
  const run = (text: string, has: (letter: string) => boolean): string => {
    const parts = [...text].map(letter => (has(letter) ? `<${hex(codeOf.get(letter) as number)}>` : `${-ADVANCE * 1000}`))
    return `[${parts.join(' ')}] TJ`
  }
  const show = ({ x, y, text, size = 13 }: PrintedText): string => {
    const lacks = (letter: string): boolean => options.missing?.test(letter) ?? false
    const first = [...text].findIndex(lacks)
    const main = `BT 1 0 0 1 ${x} ${y} Tm /F1 ${size} Tf ${run(text, letter => !lacks(letter))}`
    if (first < 0) return `${main} ET`
    const rest = [...text].slice(first).join('')
    return `${main} 1 0 0 1 ${x + first * ADVANCE * size} ${y} Tm /F2 ${size} Tf ${run(rest, lacks)} ET`
  }
  const kids = pages.map(page => {
    const picture = page.picture
      ? add(
          stream(
            `/Type /XObject /Subtype /Image /Width ${page.picture.width} /Height ${page.picture.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
            page.picture.jpeg,
          ),
        )
      : null
    const content = [
      page.picture ? `q 595 0 0 ${page.picture.shown ?? 842} 0 0 cm /P Do Q` : '',
      ...(page.rulings ?? []).map(([x0, y0, x1, y1]) => `${x0} ${y0} m ${x1} ${y1} l S`),
      ...(page.texts ?? []).map(show),
    ].join('\n')
    const contents = add(stream('', content))
    const fields = (page.fields ?? []).map(field => {
      const width = field.text.length * ADVANCE * (field.size ?? 13)
      const look = add(stream(`/Type /XObject /Subtype /Form /BBox [0 0 ${width} 20] /Resources << ${fontDict} >>`, show({ ...field, x: 0, y: 4 })))
      return add(
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (s${field.x}) /F 4 /Rect [${field.x} ${field.y - 4} ${field.x + width} ${field.y + 16}] /AP << /N ${look} 0 R >> >>`,
      )
    })
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << ${fontDict} ${picture ? `/XObject << /P ${picture} 0 R >>` : ''} >> ${fields.length > 0 ? `/Annots [${fields.map(f => `${f} 0 R`).join(' ')}]` : ''} >>`,
    )
  })
  objects[1] = `<< /Type /Pages /Kids [${kids.map(k => `${k} 0 R`).join(' ')}] /Count ${kids.length} >>`
  return write(objects, options.encrypted ?? false)
}

/** Objects with their table of places; an encrypted file states a password whose key nobody has. */
function write(objects: readonly (string | Buffer)[], encrypted: boolean): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  const push = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((body, i) => {
    places.push(length)
    push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(body as string), Buffer.from('\nendobj\n')]))
  })
  const start = length
  const secret = createHash('sha256').update('nobody knows').digest('hex')
  const lock = encrypted ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >> /ID [<00> <00>]` : ''
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${start}\n%%EOF`,
    ),
  )
  return Buffer.concat(parts)
}
