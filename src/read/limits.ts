/** Bounds on what is read; a file beyond them is refused with a code. */
export interface ReadLimits {
  readonly maxBytes: number
  /** Characters in one line. */
  readonly maxLine: number
  /** Pages of a PDF or of a scan. */
  readonly maxPages: number
  /** Pixels of a picture, or of one page of it. */
  readonly maxPixels: number
  /** Seconds that a reader may take for one document, and beyond that for each page that OCR reads. */
  readonly maxSeconds: number
  /** Bytes that all parts of a packed file (zip, docx, odt) may have together when they are unpacked. */
  readonly maxInflated: number
  /** Entries of a packed file. */
  readonly maxEntries: number
  /** Archives within archives. */
  readonly maxArchives: number
  /** Elements within elements of XML, groups within groups of RTF; of HTML, whose tags are often left open, ten times as many. */
  readonly maxNesting: number
}

export const defaultLimits: ReadLimits = {
  maxBytes: 64 * 1024 * 1024,
  maxLine: 1_000_000,
  maxPages: 2000,
  maxPixels: 100_000_000,
  maxSeconds: 300,
  maxInflated: 256 * 1024 * 1024,
  maxEntries: 10_000,
  maxArchives: 3,
  maxNesting: 400,
}
