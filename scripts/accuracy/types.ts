export type { Extraction } from '../../src/model/extraction.js'
export type { Span } from '../../src/model/text.js'
