import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import fc from 'fast-check'
import { objectWords } from './object-words.js'

/** A real file and its bytes. */
export interface RealFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What inputs are made of: the seeds, `corpus/`, and the folders that a run names. */
export interface Material {
  readonly files: readonly RealFile[]
  readonly texts: readonly string[]
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/^(?:README|manifest)/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

/** Files above this would leave time for few inputs. */
const MOST_BYTES = 600_000

export function loadMaterial(folders: readonly string[]): Material {
  const paths = folders.flatMap(filesIn).filter(path => statSync(path).size <= MOST_BYTES)
  const files = paths.map(path => ({ name: path, bytes: readFileSync(path) }))
  const texts = files.filter(file => ['.txt', '.md'].includes(extname(file.name))).map(file => new TextDecoder().decode(file.bytes))
  return { files, texts: texts.filter(text => !text.includes('\uFFFD')) }
}

/** Some lines of a real text that stand together. */
export const passageOf = ({ texts }: Material): fc.Arbitrary<string> =>
  fc
    .record({ text: fc.nat(texts.length - 1), from: fc.double({ min: 0, max: 1, noNaN: true }), lines: fc.integer({ min: 1, max: 60 }) })
    .map(({ text, from, lines }) => {
      const all = (texts[text] as string).split('\n')
      const start = Math.floor(from * Math.max(0, all.length - lines))
      return all.slice(start, start + lines).join('\n')
    })

const fragments = [
  ...objectWords,
  ...objectWords.map(word => `số 12/${word} ngày 01/01/2024, đạt ${word} mươi %`),
  ...['80%', 'từ 25% - 35%', '13/72', '1.234.567', '3.599 tỷ đồng', '2021/2025', 'Quý IV/2023', '31/12/2025', '30/02/2023', '0%', '99999999999999999999%'],
  ...['Nghị định số 45/2020/NĐ-CP', '/NĐ-CP', 'số ', 'khoản 2 Điều 5', 'điểm a ', 'Luật ', 'ngày 08/4/2020', 'Điều 1. ', 'Phụ lục II', 'này'],
  ...['Sở Nội vụ', 'UBND tỉnh', 'chủ trì, phối hợp', 'cấp huyện', 'Nơi nhận:', 'TM. ', 'QUYẾT ĐỊNH', 'KẾ HOẠCH', 'I. ', '1. ', 'a) ', '- ', '+ ', '* '],
  ...[
    '\n',
    '\n\n',
    '\n|\n',
    '| a | b |',
    '|---|',
    '\t',
    '\r\n',
    '\r',
    '\u2028',
    '\u00a0',
    '\u200b',
    '\u0000',
    '**',
    '](',
    '<br>',
    '[1]',
    '¹',
    '\\',
    '#',
    '"',
    '”',
  ],
  ...['(((((', '.....', '-----', '\u0301', 'e\u0302\u0301', '😀', '\ud800', '\udc00', 'İ', 'ß', 'ﬁ', '１２％', '‰', '–', '−', '“'],
]

/** A place of a text, how many letters go there, and what comes instead. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(30),
  put: fc.oneof(
    fc.constantFrom(...fragments),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(...fragments).map(part => part.repeat(200)),
  ),
})

/** A real passage that was damaged at some places. */
export const damagedText = (material: Material): fc.Arbitrary<string> =>
  fc.tuple(passageOf(material), fc.array(edit, { maxLength: 12 })).map(([passage, edits]) =>
    edits.reduce((text, { at, drop, put }) => {
      const place = Math.floor(at * text.length)
      return text.slice(0, place) + put + text.slice(place + drop)
    }, passage),
  )
