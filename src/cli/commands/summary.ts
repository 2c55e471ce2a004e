import { streamAudit } from '../../audit/run-audit.js'
import type { Finding } from '../../model/audit.js'
import { collect } from '../../model/collect.js'
import { fileNameOf } from '../../model/file-name.js'
import { auditSource } from '../../query/audit-source.js'
import { compareTargets } from '../../query/compare-targets.js'
import { findDocuments } from '../../query/find-documents.js'
import { findWorks, type WorkListing } from '../../query/find-works.js'
import { printableUrl } from '../../store/printable-url.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { formatDate } from '../format-value.js'
import { defaultDatabase } from '../options.js'
import { renderTable } from '../render-table.js'
import { rulesOf } from '../rules-of.js'
import { printable } from '../terminal.js'
import { withStore } from '../with-store.js'
import { paintSeverity } from './audit.js'
import { comparisonColumns, legend } from './compare.js'

const shownDocuments = 15
const shownIndicators = 12
const shownFindings = 8
const rank = { error: 0, warning: 1, info: 2 } as const

interface CheckCount {
  readonly check: string
  readonly severity: Finding['severity']
  readonly count: number
}

function countChecks(findings: readonly Finding[]): CheckCount[] {
  const counts = new Map<string, CheckCount>()
  for (const { check, severity } of findings) {
    const key = `${severity} ${check}`
    counts.set(key, { check, severity, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => rank[a.severity] - rank[b.severity] || b.count - a.count || (a.check < b.check ? -1 : 1))
}

/** The number that most documents cite: an example that has an answer. */
function mostCited(works: readonly WorkListing[]): string {
  const numbered = works.filter(w => w.family === 'normative' || w.family === 'individual')
  return numbered.reduce<WorkListing | null>((best, w) => (best === null || w.citingDocuments > best.citingDocuments ? w : best), null)?.symbol ?? '76/NQ-CP'
}

export async function runSummary(call: Call): Promise<number> {
  const { documents, shared, findings, works } = await withStore(call, async db => ({
    works: await findWorks(db),
    documents: await findDocuments(db, {}),
    shared: (await compareTargets(db, {})).filter(c => c.provinces.length > 1),
    findings: await collect(streamAudit(await auditSource(db), await rulesOf(call))),
  }))
  if (call.text('format') === 'json') {
    call.out(`${JSON.stringify({ documents, shared, checks: countChecks(findings), findings }, null, 2)}\n`)
    return exitCodes.done
  }
  const { colors, terminal } = call
  const db = call.text('db') ?? defaultDatabase
  const suffix = db === defaultDatabase ? '' : ` --db ${printableUrl(db)}`
  const heading = (title: string): void => call.out(`\n${colors.bold(title)}\n\n`)
  const more = (shown: number, all: number, command: string): void => {
    if (all > shown) call.out(colors.dim(`… ${all - shown} more: ${terminal.program} ${command}${suffix}\n`))
  }
  if (documents.length === 0) return exitCodes.done
  heading(`Documents (${documents.length})`)
  call.out(
    renderTable(
      [
        { header: 'number', value: d => d.document ?? (d.file && fileNameOf(d.file)) },
        { header: 'province', value: d => (d.provinceNow !== null && d.provinceNow !== d.province ? `${d.province} → ${d.provinceNow}` : d.province) },
        { header: 'date', value: d => formatDate(d.date) },
        { header: 'title', value: d => d.title ?? d.type, max: 58, cut: 110 },
        { header: 'targets', value: d => d.targets, align: 'right' },
        { header: 'results', value: d => d.results, align: 'right' },
        { header: 'citations', value: d => d.citations, align: 'right' },
      ],
      documents.slice(0, shownDocuments),
      terminal.columns,
      colors,
    ),
  )
  more(shownDocuments, documents.length, 'documents')

  heading(`Targets that several provinces set (${shared.length})`)
  if (shared.length === 0) call.out('None: no catalogue entry is measured by targets of two provinces.\n')
  else call.out(renderTable(comparisonColumns(shared.slice(0, shownIndicators)), shared.slice(0, shownIndicators), terminal.columns, colors))
  more(shownIndicators, shared.length, 'compare')
  if (shared.length > 0) call.out(colors.dim(`\n${legend}\n`))

  heading(`Audit findings (${findings.length})`)
  const checks = countChecks(findings)
  if (checks.length === 0) call.out('None.\n')
  else {
    call.out(
      renderTable<CheckCount>(
        [
          { header: 'severity', value: c => c.severity, paint: c => paintSeverity(colors, c.severity) },
          { header: 'check', value: c => c.check },
          { header: 'findings', value: c => c.count, align: 'right' },
        ],
        checks,
        terminal.columns,
        colors,
      ),
    )
    call.out('\n')
    const worst = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, shownFindings)
    for (const f of worst) call.out(`${paintSeverity(colors, f.severity)} ${f.document}: ${printable(f.message)}\n`)
    more(shownFindings, findings.length, 'audit')
  }

  heading('What to type next')
  const first = shared[0]?.indicator
  const lines: [string, string][] = [
    [`targets --province "${documents.find(d => d.targets > 0)?.province ?? 'Trà Vinh'}"${suffix}`, 'the targets of a province'],
    [`compare${first ? ` --indicator ${first}` : ''}${suffix}`, 'who sets which target, and who is silent'],
    [`citations --to ${mostCited(works)}${suffix}`, 'who cites a document'],
    [`audit --severity warning${suffix}`, 'what contradicts what, with quotes'],
    [`search "cai cach hanh chinh"${suffix}`, 'full text, with or without diacritics'],
    [`export --format xlsx --out output${suffix}`, 'everything as a workbook'],
    [`serve${suffix}`, 'the explorer: all of this as pages in a browser, in Vietnamese'],
  ]
  const width = Math.max(...lines.map(([command]) => command.length))
  for (const [command, about] of lines) call.out(`  ${terminal.program} ${command.padEnd(width)}  ${colors.dim(about)}\n`)
  return exitCodes.done
}
