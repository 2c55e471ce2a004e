import { csvLine } from '../../export/csv.js'
import type { Extraction } from '../../model/extraction.js'
import { loadExtraction } from '../../query/load-extraction.js'
import { resolveDocument } from '../../query/resolve-document.js'
import { type DocumentVersion, findVersions } from '../../query/versions.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatDate, formatLevels, formatValue } from '../format-value.js'
import { renderTable } from '../render-table.js'
import { printable } from '../terminal.js'
import { withStore } from '../with-store.js'

interface Shown {
  readonly id: string
  /** All stored versions of the decree, itself included. */
  readonly versions: readonly DocumentVersion[]
  readonly extraction: Extraction
}

/** A version in one line: its id, what it was read from, and whether it is the one that counts. */
const versionLine = (v: DocumentVersion): string => [v.id, v.file, v.format, v.current ? 'current' : null].filter(Boolean).join(', ')

function facts({ id, versions, extraction: { document: d, source } }: Shown): [string, string | null][] {
  return [
    ['id', id],
    ['number', d.number],
    ['type', d.type],
    ['title', d.title],
    ['issuer', d.issuer],
    ['province', d.province && `${d.province.name} (${d.province.code})`],
    ['place, date', [d.place, formatDate(d.date)].filter(Boolean).join(', ') || null],
    ['effective', d.effectiveDate && formatDate(d.effectiveDate)],
    ['period', d.period],
    ['signer', [d.signerTitle, d.signer].filter(Boolean).join(' ') || null],
    ['recipients', d.recipients && String(d.recipients.length)],
    ['attachments', d.attachments.map(a => [a.type, a.title].filter(Boolean).join(': ')).join('; ') || null],
    ['file', source.file],
    ['current', versions.length > 1 ? (versions.some(v => v.id === id && v.current) ? 'yes' : 'no: another version took its place') : null],
    ...versions.filter(v => v.id !== id).map((v): [string, string] => ['also stored', versionLine(v)]),
    ['read by', `${source.reader} (${source.format}, ${source.encoding})`],
  ]
}

function showText(call: Call, shown: Shown): void {
  const { extraction } = shown
  const { colors } = call
  const limit = call.number('limit')
  for (const [name, value] of facts(shown)) if (value !== null) call.out(`${colors.dim(name.padEnd(12))} ${printable(value)}\n`)
  const heading = (title: string, count: number): void => call.out(`\n${colors.bold(`${title} (${count})`)}\n`)
  const { sections, citations, tasks, assignments, diagnostics } = extraction
  heading('Outline', sections.length)
  for (const s of sections.slice(0, limit)) call.out(`${'  '.repeat(Math.min(8, s.depth))}${s.label}${s.title ? `  ${printable(s.title)}` : ''}\n`)
  const targets = extraction.targets.filter(t => t.role !== 'context')
  heading('Targets and results', targets.length)
  if (targets.length > 0) {
    call.out(
      renderTable(
        [
          { header: 'section', value: t => t.section, max: 14 },
          { header: 'role', value: t => t.role },
          { header: 'value', value: t => formatValue(t) },
          { header: 'deadline', value: t => t.deadline },
          { header: 'level', value: t => formatLevels(t.levels) },
          { header: 'what', value: t => t.subject ?? t.quote, max: 80 },
          { header: 'indicator', value: t => t.indicator, max: 30 },
        ],
        targets.slice(0, limit),
        call.terminal.columns,
        colors,
      ),
    )
  }
  heading('Citations', citations.length)
  if (citations.length > 0) {
    call.out(
      renderTable(
        [
          { header: 'section', value: c => c.section, max: 14 },
          { header: 'relation', value: c => c.relation },
          { header: 'type', value: c => c.type },
          { header: 'cited', value: c => c.repaired ?? c.canonical ?? c.name, max: 60 },
          { header: 'date', value: c => formatDate(c.date) },
          { header: 'pinpoint', value: c => c.pinpoint, max: 40 },
        ],
        citations.slice(0, limit),
        call.terminal.columns,
        colors,
      ),
    )
  }
  if (tasks.length > 0) {
    heading('Tasks', tasks.length)
    call.out(
      renderTable(
        [
          { header: 'no', value: t => t.no },
          { header: 'task', value: t => t.task, max: 70 },
          { header: 'lead', value: t => t.lead, max: 30 },
          { header: 'due', value: t => t.due, max: 20 },
        ],
        tasks.slice(0, limit),
        call.terminal.columns,
        colors,
      ),
    )
  }
  if (assignments.length > 0) {
    heading('Assignments in prose', assignments.length)
    call.out(
      renderTable(
        [
          { header: 'section', value: t => t.section, max: 14 },
          { header: 'lead', value: t => t.lead, max: 30 },
          { header: 'role', value: t => t.role },
          { header: 'task', value: t => t.task, max: 70, cut: 200 },
          { header: 'support', value: t => t.support, max: 30 },
          { header: 'due', value: t => t.due, max: 20 },
        ],
        assignments.slice(0, limit),
        call.terminal.columns,
        colors,
      ),
    )
  }
  if (diagnostics.length > 0) {
    heading('Diagnostics', diagnostics.length)
    for (const d of diagnostics) call.out(`${d.severity.padEnd(8)} ${d.code}: ${printable(d.message)}\n`)
  }
}

export async function runShow(call: Call): Promise<number> {
  const shown = await withStore(call, async (db): Promise<Shown> => {
    const { id } = await resolveDocument(db, call.args.join(' '))
    return { id, versions: await findVersions(db, id), extraction: (await loadExtraction(db, id)) as Extraction }
  })
  const { id, versions, extraction } = shown
  const format = call.text('format') ?? 'table'
  if (format === 'json') call.out(`${JSON.stringify({ id, versions, ...extraction }, null, 2)}\n`)
  else if (format === 'ndjson') call.out(`${JSON.stringify({ id, versions, ...extraction })}\n`)
  else if (format === 'csv') for (const row of [['field', 'value'], ...facts(shown)]) call.out(csvLine(row))
  else showText(call, shown)
  return exitCodes.done
}
