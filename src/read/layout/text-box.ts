/**
 * Some printed characters with their place on the page, in points: `x` from the left, `y` the baseline from the top. What every source of a page's
 * text - pdf.js items, single glyphs, poppler, OCR - is brought to, so that lines, columns and tables are found in one way.
 */
export interface TextBox {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the type. */
  readonly size: number
  /** Where the box stands in the order in which the page was written; boxes of one cell or one line follow one another. -1: filled in later. */
  readonly order: number
  /** 0 (a guess) to 1, of recognised characters; null where the file itself says the characters. */
  readonly confidence: number | null
  /** The font shows its letters as capitals, whatever they are. */
  readonly isCapitals?: boolean
}

/** A thin straight line that is drawn on the page: a side of a table's cells. Horizontal when `y0 === y1`, else vertical. */
export interface Ruling {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** What is printed on one page. */
export interface PageContent {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly boxes: readonly TextBox[]
  /** Null when the drawing of the page was not looked at. */
  readonly rulings: readonly Ruling[] | null
}

export const rightOf = (box: { readonly x: number; readonly width: number }): number => box.x + box.width

/** Whether a box holds nothing but blanks. */
export const isBlank = (box: TextBox): boolean => box.text.trim() === ''
