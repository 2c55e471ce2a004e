import type { Finding, RelatedPlace } from '../model/audit.js'
import type { FindingSource, ReportedCheck } from './findings-report.js'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** A path as a URI reference: relative paths stay relative. */
const toUri = (file: string): string => file.split(/[\\/]/).map(encodeURIComponent).join('/').replace(/%3A/g, ':')

/** Line and column (from 1) of a place, as SARIF viewers want them beside the offsets. */
function region(text: string, { start, end }: RelatedPlace['span']) {
  const before = text.slice(0, start)
  const line = before.split('\n').length
  return {
    startLine: line,
    startColumn: start - before.lastIndexOf('\n'),
    charOffset: start,
    charLength: end - start,
    snippet: { text: text.slice(start, end) },
  }
}

/**
 * Findings as a SARIF 2.1.0 log (OASIS standard of 27 March 2020): one run, a rule for each check, a result for each finding, the other
 * quotes as related locations.
 */
export function findingsToSarif(
  findings: readonly Finding[],
  checks: readonly ReportedCheck[],
  sources: ReadonlyMap<string, FindingSource>,
  version: string,
): string {
  const location = (place: RelatedPlace) => {
    const named = sources.get(place.document)
    // Two documents may bear one number: the region is given only in the text that holds the quote there.
    const source = named?.text.slice(place.span.start, place.span.end) === place.quote ? named : undefined
    return {
      physicalLocation: { artifactLocation: { uri: toUri(source?.file ?? place.document) }, ...(source && { region: region(source.text, place.span) }) },
      logicalLocations: [{ name: place.document, kind: 'document' }],
    }
  }
  const used = checks.filter(c => findings.some(f => f.check === c.id))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'chitieu', version, rules: used.map(c => ({ id: c.id, shortDescription: { text: c.about } })) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(f => ({
          ruleId: f.check,
          ruleIndex: used.findIndex(c => c.id === f.check),
          level: levels[f.severity],
          message: { text: f.suggestion === null ? f.message : `${f.message} Suggested: ${f.suggestion}` },
          locations: [location(f)],
          relatedLocations: f.related.map((place, id) => ({ id: id + 1, ...location(place), message: { text: place.quote } })),
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}
