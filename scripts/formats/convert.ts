import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asWindowsText, type LegacyEncoding } from '../../src/read/encoding/legacy.js'
import { encodeLegacy } from './encode-legacy.js'
import { imagePdf } from './image-pdf.js'
import { CAPITALS_CLOSE, CAPITALS_OPEN, makeHtml } from './make-html.js'
import { convertHtml, drawPages } from './programs.js'

/** One way in which a text is put into a file. */
export interface FileFormat {
  readonly id: string
  readonly extension: string
  /** What a row of the table calls it. */
  readonly label: string
  /** The least share of targets and citations that must be as in the text. */
  readonly threshold: number
  /** What is reached where that is less: the tests hold it, so that it only rises. */
  readonly reached?: number
  /** Makes the files of all texts at once, since LibreOffice takes a second to start; the paths are in the order of the texts. */
  readonly make: (folder: string, texts: readonly Text[]) => Promise<readonly string[]>
}

export interface Text {
  readonly name: string
  readonly text: string
}

const DIGITAL = 0.98
const SCANNED = 0.9
const DPI = 200

async function office(
  folder: string,
  texts: readonly Text[],
  id: string,
  extension: string,
  filter: string,
  font: string,
  show = (text: string) => text,
): Promise<readonly string[]> {
  const sources = texts.map(({ name, text }) => {
    const source = join(folder, `${name}.${id}.html`)
    writeFileSync(source, makeHtml(show(text), font, font.startsWith('.Vn') ? `${font}H` : null))
    return source
  })
  // LibreOffice would overwrite its own source.
  if (extension === 'html') {
    await convertHtml(folder, sources, 'odt')
    await convertHtml(folder, sources, `xhtml:${filter}`)
    return sources.map(source => {
      const made = source.replace(/\.html$/, '.page.html')
      copyFileSync(source.replace(/html$/, 'xhtml'), made)
      return made
    })
  }
  await convertHtml(folder, sources, `${extension}:${filter}`)
  return sources.map(source => source.replace(/html$/, extension))
}

const officeFormat = (id: string, extension: string, label: string, filter: string, font = 'Liberation Serif'): FileFormat => ({
  id,
  extension,
  label,
  threshold: DIGITAL,
  make: (folder, texts) => office(folder, texts, id, extension, filter, font),
})

/** Marks the letters that only the capitals font can show: whole words in capitals, or single letters, as typists set them. */
const markCapitals = (text: string): string =>
  text.replace(/\p{L}*(?![ -~ĂÂÊÔƠƯĐ])\p{Lu}\p{L}*/gu, word => {
    const whole = word.length > 1 && word === word.toUpperCase()
    return (whole ? [word] : word.split(/(?<=\p{Lu})|(?=\p{Lu})/u))
      .map(part => (/^[\p{Lu}]+$/u.test(part) ? `${CAPITALS_OPEN}${part.toLowerCase()}${CAPITALS_CLOSE}` : part))
      .join('')
  })

const shownAs =
  (encoding: LegacyEncoding) =>
  (text: string): string =>
    showBytes(withPlainSigns(text), encoding)

/** A text as Windows characters, marks of the capitals font kept. */
const showBytes = (text: string, encoding: LegacyEncoding): string =>
  (encoding === 'tcvn3' ? markCapitals(text) : text)
    .split(/([\ue000\ue001])/)
    .map(part => (part === CAPITALS_OPEN || part === CAPITALS_CLOSE ? part : asWindowsText(encodeLegacy[encoding](part))))
    .join('')

const SCRIPT_DIGITS = ['⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉'] as const
const plainDigits = (digits: string): string => [...digits].map(d => SCRIPT_DIGITS.map(row => row.indexOf(d)).find(i => i >= 0)).join('')

/** Old encodings have no quotes, dashes and raised digits of their own; their typists used those of ASCII. */
const withPlainSigns = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\u00a0/g, ' ')
    .replace(/…/g, '...')
    .replace(/[⁰¹²³⁴-⁹]+/g, digits => `[^${plainDigits(digits)}]`)
    .replace(/[₀-₉]+/g, plainDigits)

const legacyOffice = (encoding: LegacyEncoding, font: string, extension: 'doc' | 'rtf' | 'docx' | 'odt' | 'html', filter: string): FileFormat => ({
  id: `${encoding}-${extension}`,
  extension,
  label: `${extension}, ${font} (${encoding})`,
  threshold: DIGITAL,
  make: (folder, texts) => office(folder, texts, `${encoding}-${extension}`, extension, filter, font, shownAs(encoding)),
})

const legacyText = (encoding: LegacyEncoding): FileFormat => ({
  id: `${encoding}-txt`,
  extension: 'txt',
  label: `txt, ${encoding}`,
  threshold: DIGITAL,
  make: async (folder, texts) =>
    texts.map(({ name, text }) => {
      const path = join(folder, `${name}.${encoding}.txt`)
      writeFileSync(path, encodeLegacy[encoding](withPlainSigns(text)))
      return path
    }),
})

const scan: FileFormat = {
  id: 'scan',
  extension: 'pdf',
  label: `scan, ${DPI} dpi`,
  threshold: SCANNED,
  make: async (folder, texts) => {
    const pdfs = await office(folder, texts, 'toscan', 'pdf', 'writer_pdf_Export', 'Liberation Serif')
    const scans: string[] = []
    for (const pdf of pdfs) {
      const pictures = await drawPages(pdf, pdf.replace(/\.pdf$/, ''), DPI)
      const path = pdf.replace(/\.toscan\.pdf$/, '.scan.pdf')
      writeFileSync(
        path,
        imagePdf(
          pictures.map(p => readFileSync(p)),
          DPI,
        ),
      )
      scans.push(path)
    }
    return scans
  },
}

/** Every format that a decree comes in. Noto Sans Math has the letters of ASCII alone: the rest of a word comes from another font, out of order, as in files made where fonts are missing. */
export const fileFormats: readonly FileFormat[] = [
  officeFormat('docx', 'docx', 'docx', 'MS Word 2007 XML'),
  officeFormat('doc', 'doc', 'doc', 'MS Word 97'),
  officeFormat('rtf', 'rtf', 'rtf', 'Rich Text Format'),
  officeFormat('odt', 'odt', 'odt', 'writer8'),
  officeFormat('html', 'html', 'html', 'XHTML Writer File'),
  officeFormat('pdf', 'pdf', 'pdf', 'writer_pdf_Export'),
  officeFormat('pdf-fallback', 'pdf', 'pdf, font without Vietnamese letters', 'writer_pdf_Export', 'Noto Sans Math'),
  legacyText('tcvn3'),
  legacyText('vni'),
  legacyText('viscii'),
  legacyText('windows-1258'),
  legacyOffice('tcvn3', '.VnTime', 'doc', 'MS Word 97'),
  legacyOffice('tcvn3', '.VnTime', 'rtf', 'Rich Text Format'),
  legacyOffice('tcvn3', '.VnTime', 'docx', 'MS Word 2007 XML'),
  legacyOffice('tcvn3', '.VnTime', 'odt', 'writer8'),
  legacyOffice('tcvn3', '.VnTime', 'html', 'XHTML Writer File'),
  legacyOffice('vni', 'VNI-Times', 'doc', 'MS Word 97'),
  legacyOffice('vni', 'VNI-Times', 'rtf', 'Rich Text Format'),
  legacyOffice('vni', 'VNI-Times', 'docx', 'MS Word 2007 XML'),
  legacyOffice('vni', 'VNI-Times', 'odt', 'writer8'),
  legacyOffice('vni', 'VNI-Times', 'html', 'XHTML Writer File'),
  scan,
]
