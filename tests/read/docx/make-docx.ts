import { makeZip, type ZipPart } from '../make-zip.js'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'

/** What a test puts into a document; everything is the XML within the part's root. */
export interface DocxParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly extra?: readonly ZipPart[]
}

const part = (root: string, inner: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMESPACES}>${inner}</w:${root}>`

/** The parts of a Word file with nothing in them but what is asked for. */
export function docxParts({ body, styles, numbering, footnotes, extra = [] }: DocxParts): ZipPart[] {
  const word: ZipPart[] = [{ name: 'word/document.xml', content: part('document', `<w:body>${body}</w:body>`) }]
  if (styles !== undefined) word.push({ name: 'word/styles.xml', content: part('styles', styles) })
  if (numbering !== undefined) word.push({ name: 'word/numbering.xml', content: part('numbering', numbering) })
  if (footnotes !== undefined) word.push({ name: 'word/footnotes.xml', content: part('footnotes', footnotes) })
  return [
    { name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    {
      name: '_rels/.rels',
      content:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    ...word,
    ...extra,
  ]
}

/** A Word file. */
export const makeDocx = (parts: DocxParts): Uint8Array => makeZip(docxParts(parts))

/** A paragraph of plain words with properties. */
export const p = (words: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

/** A paragraph of a list. */
export const item = (words: string, list: number, level = 0): string => p(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

/** A list's definition and the list itself: each level as `[format, text]`. */
export const list = (id: number, levels: readonly (readonly [format: string, text: string, more?: string])[], inList = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(([format, text, more = ''], i) => `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`)
    .join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${inList}</w:num>`
