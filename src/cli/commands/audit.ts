import { checks } from '../../audit/checks/index.js'
import { nameOf } from '../../audit/describe.js'
import { type AuditOptions, runAudit } from '../../audit/run-audit.js'
import { extractorVersion } from '../../batch/extractor-version.js'
import type { FindingsWriter } from '../../export/findings-report.js'
import { findingsWriters } from '../../export/findings-writer.js'
import type { AuditCorpus, Finding } from '../../model/audit.js'
import type { Severity } from '../../model/diagnostic.js'
import { loadAuditCorpus } from '../../query/load-audit-corpus.js'
import { resolveDocuments } from '../../query/resolve-document.js'
import { type Call, usageError } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printList } from '../print-list.js'
import { rulesOf } from '../rules-of.js'
import type { Colors } from '../terminal.js'
import { withStore } from '../with-store.js'

const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** Severities in colours that say the same as the word. */
export const paintSeverity = (colors: Colors, severity: Severity): string =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan })[severity](severity)

/** Findings as a whole report file: SARIF for tools, HTML for people and printers. */
function printReport(call: Call, findings: readonly Finding[], corpus: AuditCorpus, write: FindingsWriter): void {
  const sources = new Map(corpus.documents.toReversed().map(document => [nameOf(document), { file: document.file, text: document.extraction.text }]))
  call.out(write(findings, checks, sources, extractorVersion))
}

export async function runAuditCommand(call: Call): Promise<number> {
  const { corpus, documents } = await withStore(call, async db => ({
    corpus: await loadAuditCorpus(db),
    documents: call.args.length === 0 ? undefined : (await Promise.all(call.args.map(name => resolveDocuments(db, name)))).flat().map(d => d.id),
  }))
  const asked = call
    .text('check')
    ?.split(',')
    .map(id => id.trim())
  const unknown = asked?.find(id => !checks.some(check => check.id === id || check.id.startsWith(`${id}.`)))
  if (unknown !== undefined) throw usageError(`There is no check ${unknown}: the checks are ${checks.map(c => c.id).join(', ')}.`)
  const severity = call.text('severity') as Severity | undefined
  const options: AuditOptions = { ...(documents && { documents }), ...(asked && { checks: asked }), ...(severity && { severity }) }
  const findings = runAudit(corpus, await rulesOf(call), options)
  const format = call.text('format') ?? 'table'
  // A reader wants the gravest first; scripts get the findings where they stand.
  const ordered = format === 'table' ? [...findings].sort((a, b) => rank[b.severity] - rank[a.severity]) : findings
  const shown = ordered.slice(0, call.number('limit'))
  if (format === 'sarif' || format === 'html') printReport(call, shown, corpus, findingsWriters[format])
  else {
    printList<Finding>(call, {
      rows: shown,
      fields: ['check', 'severity', 'message', 'messageVi', 'document', 'quote', 'span', 'related', 'suggestion'],
      empty: 'No findings.',
      columns: [
        { header: 'severity', value: f => f.severity, paint: f => paintSeverity(call.colors, f.severity) },
        { header: 'check', value: f => f.check },
        { header: 'document', value: f => f.document },
        { header: 'finding', value: f => (f.suggestion === null ? f.message : `${f.message} Suggested: ${f.suggestion}`), max: 100 },
        { header: 'quote', value: f => f.quote, max: 40 },
      ],
    })
  }
  const failOn = call.text('fail-on') as Severity | undefined
  const failed = failOn !== undefined && findings.some(f => rank[f.severity] >= rank[failOn])
  return failed ? exitCodes.found : exitCodes.done
}
