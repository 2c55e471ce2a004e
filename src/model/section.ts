import type { Span } from './text.js'

/** The letters of điểm in their order: the Vietnamese alphabet without its marked vowels (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const pointLetters = 'abcdđeghiklmnopqrstuvxy'

/** Kinds stay Vietnamese, in ASCII: an English word would hide whether a Mục or any node is meant. `so`: "1.", "2.1."; `la-ma`: "III."; `chu-hoa`: "A.". */
export type SectionKind = 'phan' | 'chuong' | 'muc' | 'tieu-muc' | 'dieu' | 'khoan' | 'diem' | 'phu-luc' | 'chu-hoa' | 'la-ma' | 'so'

/** A heading and what it governs. Spans refer to the normalized text until `toExtraction` maps them to the source. */
export interface Section {
  readonly id: number
  readonly parent: number | null
  readonly part: number
  readonly kind: SectionKind
  /** As printed without trailing punctuation: `III`, `2.1`, `đ`, `Điều 1`, `Phụ lục II`. */
  readonly label: string
  /** Null when the numbered paragraph is all text and no title. */
  readonly title: string | null
  /** Labels from the part's root, joined by `/`. */
  readonly path: string
  readonly depth: number
  /** The heading line, label included; with the line of its title where the label stands above it. */
  readonly span: Span
  /** The heading and everything it governs. */
  readonly extent: Span
}

export type BlockKind =
  | 'boilerplate'
  | 'header'
  | 'title'
  | 'recital'
  | 'attachment-note'
  | 'heading'
  | 'paragraph'
  | 'bullet'
  | 'cell'
  | 'footnote'
  | 'recipient'
  | 'signature'

/** Where a cell stands: tables are numbered in reading order, rows and columns from 0; the header row is row 0. */
export interface CellPlace {
  readonly table: number
  readonly row: number
  readonly column: number
  /** How many cells the row has, empty ones too where it is certain that none is missing. */
  readonly width: number
  /** How many rows its words hold for: more than one where the source merges it with the cells below. */
  readonly rows: number
}

/** One line of the normalized text and what it is. Every line that holds words is in exactly one block. */
export interface Block {
  readonly id: number
  readonly kind: BlockKind
  /** The whole line. */
  readonly span: Span
  /** Where the words begin, after a bullet's marker or a heading's label. */
  readonly bodyStart: number
  /** `-`, `+`, `•`, `(1)` of a bullet; null otherwise. */
  readonly marker: string | null
  /** The block that governs this one within its section: the bullet "- Năm 2021:" above "+ …", the sentence "…, cụ thể:" above bullets. */
  readonly parent: number | null
  readonly section: number | null
  readonly part: number
  readonly cell: CellPlace | null
  /** The label of the footnote this block is the body of. */
  readonly footnote: string | null
}

export type PartKind = 'main' | 'attachment' | 'appendix'

/** The decision, the plan issued with it, its appendices. */
export interface Part {
  readonly id: number
  readonly kind: PartKind
  /** `Quyết định`, `Kế hoạch`, `Phụ lục`; null where none is printed. */
  readonly type: string | null
  readonly title: string | null
  readonly span: Span
}

export interface Segmentation {
  readonly parts: readonly Part[]
  readonly sections: readonly Section[]
  readonly blocks: readonly Block[]
}
