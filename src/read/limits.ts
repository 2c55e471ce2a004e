/** Bounds on what is read; a file beyond them is refused with a code. */
export interface ReadLimits {
  readonly maxBytes: number
  /** Characters in one line. */
  readonly maxLine: number
}

export const defaultLimits: ReadLimits = { maxBytes: 64 * 1024 * 1024, maxLine: 1_000_000 }
