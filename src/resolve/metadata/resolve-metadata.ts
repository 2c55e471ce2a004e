import type { DocumentRecord } from '../../model/extraction.js'
import type { Reading } from '../../model/reading.js'
import type { Rulebook } from '../../rulebook/index.js'

/** The document's own header, title, signature and recipients; null where the text does not say. */
export function resolveMetadata(_reading: Reading, _rulebook: Rulebook): DocumentRecord {
  return { number: null, type: null, title: null, issuer: null, province: null, place: null, date: null, effectiveDate: null, signer: null, signerTitle: null, period: null, recipients: null, attachments: [], evidence: {} }
}
