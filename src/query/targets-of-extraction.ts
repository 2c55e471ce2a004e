import type { Extraction } from '../model/extraction.js'
import { sightFinder } from '../store/record-sights.js'
import { documentId } from '../store/to-rows.js'
import type { TargetListing } from './find-targets.js'

/** What a listing says of targets beyond their extraction. */
export interface Known {
  /** What the document's province is part of today. */
  readonly provinceNow: string | null
  /** Names of catalogue entries by their ids. */
  readonly indicatorNames: ReadonlyMap<string, string>
}

/** The targets of a document that need not be stored, as a listing has those of a stored one. */
export function targetsOf(extraction: Extraction, { provinceNow, indicatorNames }: Known): TargetListing[] {
  const { document, source, text } = extraction
  const id = documentId(source.sha256)
  const sight = sightFinder(extraction)
  return extraction.targets.map((target, ordinal) => ({
    id: `${id}-t${ordinal + 1}`,
    documentId: id,
    document: document.number,
    documentType: document.type,
    documentDate: document.date,
    provinceCode: document.province?.code ?? null,
    province: document.province?.name ?? null,
    provinceNow,
    ...target,
    ...sight(target.span),
    indicatorName: target.indicator === null ? null : (indicatorNames.get(target.indicator) ?? null),
    statementText: text.slice(target.statement.start, target.statement.end),
  }))
}
