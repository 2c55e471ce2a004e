import { runAudit } from '../../src/audit/run-audit.js'
import type { Extraction } from '../../src/model/extraction.js'
import { rawTextOf } from '../../src/model/source.js'
import type { Span } from '../../src/model/text.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import type { Rulebook } from '../../src/rulebook/rulebook.js'

/** A record by what it is and where it stands, with its values as they are compared: places as their words, without the rule that found it. */
type Records = ReadonlyMap<string, Readonly<Record<string, string>>>

/** Everything that is read of a text; equal readings say the same. */
export interface ReadingOf {
  readonly extraction: Extraction
  readonly records: Records
}

const kinds = ['sections', 'targets', 'citations', 'tasks', 'assignments', 'agencies', 'references', 'abbreviations'] as const
/** Told by other values, or by the place. */
const untold = new Set(['rule', 'span', 'quote', 'id', 'parent', 'statement', 'keySpan', 'documentId', 'document'])

const flat = (words: string): string => words.replace(/\s+/g, ' ').trim()
const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'start' in value && 'end' in value

function told(value: unknown, text: string): string {
  if (isSpan(value)) return `«${flat(text.slice(value.start, value.end))}»`
  if (Array.isArray(value)) return `[${value.map(item => told(item, text)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? flat(value) : String(value)
  return Object.entries(value)
    .filter(([, item]) => item !== null)
    .map(([name, item]) => `${name} ${told(item, text)}`)
    .join(', ')
}

function valuesOf(record: object, text: string): Record<string, string> {
  const { evidence = {}, ...rest } = record as { readonly evidence?: Readonly<Record<string, Span>> }
  const named = Object.entries(rest).filter(([name, value]) => !untold.has(name) && value !== null)
  const places = Object.entries(evidence).map(([name, span]) => [`${name} at`, span] as const)
  return Object.fromEntries([...named, ...places].map(([name, value]) => [name, told(value, text)]))
}

/** Reads a text by rules; findings of the audit are records where they are asked for. */
export function readingOf(source: string, rulebook: Rulebook, isAudited = false): ReadingOf {
  const extraction = extractDocument(rawTextOf(source), rulebook)
  const { text, document } = extraction
  const findings = isAudited ? runAudit({ documents: [{ id: '1', file: null, extraction }] }, rulebook) : []
  const records = new Map<string, Record<string, string>>([['document', valuesOf(document, text)]])
  const put = (kind: string, record: { readonly span: Span | null }): void => {
    const words = record.span === null ? '' : ` «${flat(text.slice(record.span.start, record.span.end)).slice(0, 60)}»`
    let key = `${kind}${words}`
    for (let n = 2; records.has(key); n++) key = `${kind}${words} (${n})`
    records.set(key, valuesOf(record, text))
  }
  for (const kind of kinds) for (const record of extraction[kind]) put(kind, record)
  for (const record of [...extraction.diagnostics, ...findings]) put('code' in record ? record.code : record.check, record)
  return { extraction, records }
}

const shown = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .filter(([name]) => !name.endsWith(' at'))
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ')

/** What one reading says otherwise than another, a line for each record; none when they say the same. */
export function differences({ records: now }: ReadingOf, { records: then }: ReadingOf): string[] {
  const lines: string[] = []
  for (const [key, values] of now) {
    const other = then.get(key)
    if (other === undefined) lines.push(`+ ${key}: ${shown(values)}`)
    else {
      const names = [...new Set([...Object.keys(values), ...Object.keys(other)])].filter(name => values[name] !== other[name])
      if (names.length > 0) lines.push(`  ${key}: ${names.map(name => `${name} ${values[name] ?? 'none'}, not ${other[name] ?? 'none'}`).join(' · ')}`)
    }
  }
  for (const [key, values] of then) if (!now.has(key)) lines.push(`- ${key}: ${shown(values)}`)
  return lines
}
