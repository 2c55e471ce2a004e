declare const normalized: unique symbol

/** Text that went through `normalize()`; the only text segmenters and extractors accept. */
export type NormalizedText = string & { readonly [normalized]: true }

/** Half-open range `[start, end)` in UTF-16 units of the text it refers to. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Brands a string as normalized. Only `normalize()` and tests may call it. */
export const asNormalized = (text: string): NormalizedText => text as NormalizedText

/** The words under a span. */
export const sliceSpan = (text: string, span: Span): string => text.slice(span.start, span.end)

/** The same text in memory of its own: a slice keeps the whole text that it was cut from. */
export const detached = (text: string): string => JSON.parse(JSON.stringify(text)) as string

/** Whether two spans share at least one unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` holds all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** A page of a source, as a range of its text. */
export interface PageRange extends Span {
  readonly number: number
}

/** The number of the page that a place stands on; null where the source has no pages. */
export const pageAt = (pages: readonly PageRange[] | null, at: number): number | null => pages?.find(page => page.start <= at && at < page.end)?.number ?? null
