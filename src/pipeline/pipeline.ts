import { extract } from '../extract/extract.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Extraction } from '../model/extraction.js'
import type { Reading } from '../model/reading.js'
import type { Markup, RawText } from '../model/source.js'
import { normalize } from '../normalize/normalize.js'
import { resolve } from '../resolve/resolve.js'
import type { Rulebook } from '../rulebook/index.js'
import { segment } from '../segment/segment.js'
import { diagnose } from './diagnose.js'
import { withDoubts } from './doubts.js'
import { misreadPlaces } from './misread-places.js'
import { toExtraction } from './to-extraction.js'

/** Reads a decoded text as far as extraction needs it: normalized, and every line of it named. */
export function readText(text: string, rulebook: Rulebook, markup?: Markup): Reading {
  const normalization = normalize(text, markup)
  return { text: normalization.text, normalization, segmentation: segment(normalization, rulebook) }
}

/** One document from text to records: normalize, segment, extract, resolve. Pure; never throws on any text. */
export function extractDocument(raw: RawText, rulebook: Rulebook): Extraction {
  const reading = readText(raw.text, rulebook, raw.markup)
  const finds = extract(reading, rulebook)
  const records = resolve(finds, reading, rulebook)
  const diagnostics: readonly Diagnostic[] = diagnose(raw, reading, records)
  const extraction = withDoubts(toExtraction(raw, reading, records, diagnostics), raw.doubts)
  // Names that a file states itself are its author's; only recognised ones may be misread.
  return raw.reader.includes('tesseract') ? { ...extraction, diagnostics: [...extraction.diagnostics, ...misreadPlaces(extraction, rulebook)] } : extraction
}
