import { checkPlaces } from '../../src/batch/check-places.js'
import { type Extraction, extractionSchema } from '../../src/model/extraction.js'

/** What is wrong with an extraction, whatever its text: the schema, a quote, a place. Null when nothing is. */
export function faultOf(extraction: Extraction): string | null {
  const issue = extractionSchema.safeParse(extraction).error?.issues[0]
  if (issue) return `${issue.path.join('.')}: ${issue.message}`
  const [misplaced] = checkPlaces(extraction, extraction.text).misplaced
  return misplaced ? `${misplaced.record}: ${misplaced.message}` : null
}
