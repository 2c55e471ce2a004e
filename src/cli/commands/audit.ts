import { type AuditOptions, runAudit } from '../../audit/run-audit.js'
import type { Finding } from '../../model/audit.js'
import type { Severity } from '../../model/diagnostic.js'
import { loadAuditCorpus } from '../../query/load-audit-corpus.js'
import { resolveDocuments } from '../../query/resolve-document.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printList } from '../print-list.js'
import { rulesOf } from '../rules-of.js'
import type { Colors } from '../terminal.js'
import { withStore } from '../with-store.js'

const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** Severities in colours that say the same as the word. */
export const paintSeverity = (colors: Colors, severity: Severity): string =>
  ({ error: colors.red, warning: colors.yellow, info: colors.cyan })[severity](severity)

export async function runAuditCommand(call: Call): Promise<number> {
  const findings = await withStore(call, async db => {
    const documents = call.args.length === 0 ? undefined : (await Promise.all(call.args.map(name => resolveDocuments(db, name)))).flat().map(d => d.id)
    const check = call.text('check')
    const severity = call.text('severity') as Severity | undefined
    const options: AuditOptions = {
      ...(documents && { documents }),
      ...(check !== undefined && { checks: check.split(',').map(c => c.trim()) }),
      ...(severity !== undefined && { severity }),
    }
    return runAudit(await loadAuditCorpus(db), rulesOf(call), options)
  })
  printList<Finding>(call, {
    rows: findings.slice(0, call.number('limit')),
    fields: ['check', 'severity', 'message', 'document', 'quote', 'span', 'related', 'suggestion'],
    empty: 'No findings.',
    columns: [
      { header: 'severity', value: f => f.severity },
      { header: 'check', value: f => f.check },
      { header: 'document', value: f => f.document },
      { header: 'finding', value: f => (f.suggestion === null ? f.message : `${f.message} Suggested: ${f.suggestion}`), max: 100 },
      { header: 'quote', value: f => f.quote, max: 40 },
    ],
  })
  const failOn = call.text('fail-on') as Severity | undefined
  const failed = failOn !== undefined && findings.some(f => rank[f.severity] >= rank[failOn])
  return failed ? exitCodes.found : exitCodes.done
}
