import { normalize } from '../../src/normalize/normalize.js'

/** A change of a text's shape that leaves what it says as it was; `n` chooses among several. */
export type Relation = (text: string, n: number) => string

const blanks = ['\u00a0', '\u2009', '\u202f', '\u3000', '  ', '\t', ' \u200b', '\u00a0 '] as const
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T

const headers = [
  'Trang chủ\nĐăng nhập\n\n',
  'Thuộc tính văn bản\nTải văn bản\nIn trang này\n\n',
  'Tìm kiếm\nLược đồ\nTải về\n\n',
  'Hệ thống pháp luật\n\n',
] as const

/** A text with a paragraph a line, with empty lines between paragraphs or without; cells keep their bars beside them. */
export function asParagraphs(text: string, isParted: boolean): string {
  const lines = normalize(text).text.split('\n')
  const endOf = (i: number): string => (isParted && lines[i] !== '|' && lines[i + 1] !== '|' ? '\n\n' : '\n')
  return lines.map((line, i) => line + endOf(i)).join('')
}

/** Lines of at most `width` letters, broken at blanks, the first of a paragraph behind an indent; rows of a table stay. */
export function hardWrapped(text: string, width: number, indent = 0): string {
  const wrap = (line: string): string => {
    if (line.startsWith('|')) return line
    const rows: string[] = []
    for (const word of `${' '.repeat(line === '' ? 0 : indent)}${line}`.split(/(?<=\S) /)) {
      const row = rows.at(-1)
      if (row === undefined || row.length + 1 + word.length > width) rows.push(word)
      else rows[rows.length - 1] = `${row} ${word}`
    }
    return rows.join('\n')
  }
  return text.split('\n').map(wrap).join('\n')
}

/** Every relation that must leave the records of any text the same, byte for byte but for places. */
export const relations: Readonly<Record<string, Relation>> = {
  'decomposed letters': text => text.normalize('NFD'),
  // A tab at the head of a line opens a cell, and wide gaps set columns: only blanks between two words are changed.
  'other blanks': (text, n) => text.replace(/(?<=[^\s|]) (?=[^\s|])/g, pick(blanks, n)),
  'line ends of Windows': text => text.replace(/\r?\n/g, '\r\n'),
  'line ends of old Macs': text => text.replace(/\r?\n/g, '\r'),
  'blanks at the ends of lines': (text, n) => text.replace(/(?<=\S)(?=\n)/g, ' '.repeat(1 + (n % 3))),
  'a byte order mark': text => `\uFEFF${text}`,
  'more empty lines': (text, n) => text.replace(/\n\n/g, '\n'.repeat(3 + (n % 3))),
  'bold headings': text => text.replace(/^((?:Điều|Chương|Mục|Phần)\s[^\n*|]{1,160}|(?:[IVX]{1,5}|\d{1,2})\.\s[^\n*|]{1,160})$/gm, '**$1**'),
  'marks written out for Markdown': text => text.replace(/^(\d{1,2})\. /gm, '$1\\. ').replace(/^- /gm, '\\- '),
  // Behind a page's menu a document begins with who issues it; a lone line there is a link.
  'the head of a site': (text, n) => (/^(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG|CHÍNH PHỦ|THỦ TƯỚNG)/.test(text) ? `${pick(headers, n)}${text}` : text),
}
