import type { Extraction } from '../model/extraction.js'
import type { Span } from '../model/text.js'
import type { Origin } from '../query/find-origins.js'

/** An annotation of the Web Annotation Data Model (W3C Recommendation, 2017): a body said of a place in a text. */
export interface Annotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld'
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'classifying' | 'linking' | 'identifying'
  readonly body: object
  /** What made it, so that it can be made again. */
  readonly generator: object
  readonly target: object
}

/** How many characters of the words around a quote are given, so that it is found again in a copy that differs. */
const AROUND = 32

/** Offsets in code points, as the model counts, from offsets in UTF-16 units: they part only where a text has characters beyond the basic plane. */
function codePoints(text: string): (at: number) => number {
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) <= 0xdbff) pairs.push(i)
  if (pairs.length === 0) return at => at
  return at => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] as number) < at) low = middle + 1
      else high = middle
    }
    return at - low
  }
}

/**
 * Every record of a document as annotations of its text: targets with all their attributes, citations, agencies, tasks. Each is found again
 * by position (code points of the reader's text) and by its words with what stands around them. `id` is the document's.
 */
export function webAnnotations(extraction: Extraction, id: string, { reader, rulesHash, extractorVersion }: Origin): Annotation[] {
  const { text, source } = extraction
  const point = codePoints(text)
  const generator = { id: `urn:chitieu:rules:${rulesHash}`, type: 'Software', name: 'chitieu', version: extractorVersion, reader }
  const annotate = (name: string, motivation: Annotation['motivation'], span: Span, body: object): Annotation => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:chitieu:${id}:${name}`,
    type: 'Annotation',
    motivation,
    body,
    generator,
    target: {
      source: `urn:sha256:${source.sha256}`,
      selector: [
        { type: 'TextPositionSelector', start: point(span.start), end: point(span.end) },
        {
          type: 'TextQuoteSelector',
          exact: text.slice(span.start, span.end),
          prefix: text.slice(Math.max(0, span.start - AROUND), span.start),
          suffix: text.slice(span.end, span.end + AROUND),
        },
      ],
    },
  })
  const described = (kind: string, record: object): object => ({ type: 'Dataset', kind, format: 'application/json', value: record })
  return [
    ...extraction.targets.map((record, i) => annotate(`target-${i}`, 'classifying', record.span, described('target', record))),
    ...extraction.citations.map((record, i) => annotate(`citation-${i}`, 'linking', record.span, described('citation', record))),
    ...extraction.agencies.map((record, i) => annotate(`agency-${i}`, 'identifying', record.span, described('agency', record))),
    ...extraction.tasks.map((record, i) => annotate(`task-${i}`, 'classifying', record.span, described('task', record))),
  ]
}

/** All annotations of a document as one page of JSON-LD. */
export const annotationPage = (extraction: Extraction, id: string, origin: Origin): string =>
  `${JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:chitieu:${id}:annotations`, type: 'AnnotationPage', items: webAnnotations(extraction, id, origin) })}\n`
