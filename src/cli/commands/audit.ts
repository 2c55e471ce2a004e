import { isCalled } from '../../audit/check.js'
import { checks } from '../../audit/checks/index.js'
import { type AuditOptions, streamAudit } from '../../audit/run-audit.js'
import { extractorVersion } from '../../batch/extractor-version.js'
import { findingsWriters } from '../../export/findings-writer.js'
import { type ListFormat, listRenderers, streamList } from '../../export/render-list.js'
import type { Finding } from '../../model/audit.js'
import { collect } from '../../model/collect.js'
import { gravityOf, type Severity } from '../../model/diagnostic.js'
import { auditSource } from '../../query/audit-source.js'
import { findingSources } from '../../query/finding-sources.js'
import { resolveDocuments } from '../../query/resolve-document.js'
import { type Call, usageError } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { noteOfRest, printList } from '../print-list.js'
import { rulesOf } from '../rules-of.js'
import type { Colors } from '../terminal.js'
import { noteOnNothing, withStore } from '../with-store.js'

/** Severities in colours that say the same as the word. */
export const paintSeverity = (colors: Colors, severity: Severity): string =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan })[severity](severity)

const fields = ['check', 'severity', 'message', 'messageVi', 'document', 'quote', 'span', 'related', 'suggestion'] as const

/** A reader wants the gravest first; programs get the findings where they stand. */
const gravestFirst = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted((a, b) => gravityOf(b.severity) - gravityOf(a.severity))

const printTable = (call: Call, findings: readonly Finding[]): void =>
  printList<Finding>(call, {
    rows: gravestFirst(findings),
    fields,
    empty: 'No findings.',
    columns: [
      { header: 'severity', value: f => f.severity, paint: f => paintSeverity(call.colors, f.severity) },
      { header: 'check', value: f => f.check },
      { header: 'document', value: f => f.document, whole: true },
      { header: 'finding', value: f => (f.suggestion === null ? f.message : `${f.message} Suggested: ${f.suggestion}`), max: 100 },
      { header: 'quote', value: f => f.quote, max: 40 },
    ],
  })

/** Findings as they come, each noted by `see`, also those beyond the limit that are not given on. */
async function* seen(findings: AsyncIterable<Finding>, limit: number | undefined, see: (finding: Finding) => void): AsyncGenerator<Finding> {
  let count = 0
  for await (const finding of findings) {
    see(finding)
    if (count++ < (limit ?? Number.POSITIVE_INFINITY)) yield finding
  }
}

function optionsOf(call: Call): Omit<AuditOptions, 'documents'> {
  const asked = call
    .text('check')
    ?.split(',')
    .map(id => id.trim())
  const unknown = asked?.find(id => !checks.some(check => isCalled(check, id)))
  if (unknown !== undefined) throw usageError(`There is no check ${unknown}: the checks are ${checks.map(c => c.id).join(', ')}.`)
  const severity = call.text('severity') as Severity | undefined
  return { ...(asked && { checks: asked }), ...(severity && { severity }) }
}

/** Audits document by document; listings for programs are printed while the documents are read. */
export async function runAuditCommand(call: Call): Promise<number> {
  const options = optionsOf(call)
  const format = call.text('format') ?? 'table'
  const limit = format === 'table' ? undefined : call.number('limit')
  const failOn = call.text('fail-on') as Severity | undefined
  let count = 0
  let failed = false
  await withStore(call, async db => {
    const wanted = call.args.length === 0 ? undefined : (await Promise.all(call.args.map(name => resolveDocuments(db, name)))).flat().map(d => d.id)
    const findings = seen(
      streamAudit(await auditSource(db, { wanted, allVersions: call.flag('all-versions') }), await rulesOf(call), options),
      limit,
      ({ severity }) => {
        count++
        failed ||= failOn !== undefined && gravityOf(severity) >= gravityOf(failOn)
      },
    )
    if (format === 'table') printTable(call, await collect(findings))
    else if (Object.hasOwn(listRenderers, format)) {
      for await (const chunk of streamList<Finding>(format as ListFormat, fields, findings)) call.out(chunk)
      noteOfRest(call, Math.min(count, limit ?? count), count)
      if (count === 0) noteOnNothing(call, 'No findings.')
    } else {
      const shown = await collect(findings)
      call.out(findingsWriters[format as keyof typeof findingsWriters](shown, checks, await findingSources(db, shown), extractorVersion))
    }
  })
  return failed ? exitCodes.found : exitCodes.done
}
