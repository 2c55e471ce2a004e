import type { Find } from './find.js'

/** A place where the document points at itself. */
export interface ReferenceFind extends Find {
  /** The steps as printed: `khoản 2 Điều 5`; null when only the host is named. */
  readonly pinpoint: string | null
  /** What is pointed into: `Quyết định`, `Điều`, `Phụ lục II`; null for the document that is being read. */
  readonly host: string | null
}
