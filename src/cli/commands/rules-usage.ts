import { runAudit } from '../../audit/run-audit.js'
import { discover } from '../../batch/discover.js'
import { asPipelineError } from '../../batch/ingest-file.js'
import { extractWithin } from '../../pipeline/extract-within.js'
import { readDocumentFile } from '../../read/read-file.js'
import type { Rulebook } from '../../rulebook/rulebook.js'
import { type RuleUse, watchRules } from '../../rulebook/watch-rules.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { limitsOf } from '../limits-of.js'
import { printList } from '../print-list.js'
import { rulesOf } from '../rules-of.js'

interface Row extends RuleUse {
  readonly id: string
  readonly stage: string
  /** In how many of the documents it found something. */
  readonly documents: number
}

/** In how many documents each rule found something, told of one document after the other. */
function countDocuments(uses: () => ReadonlyMap<string, RuleUse>): { next(): void; of(id: string): number } {
  const before = new Map<string, number>()
  const documents = new Map<string, number>()
  return {
    next() {
      for (const [id, { finds }] of uses()) {
        if (finds > (before.get(id) ?? 0)) documents.set(id, (documents.get(id) ?? 0) + 1)
        before.set(id, finds)
      }
    },
    of: id => documents.get(id) ?? 0,
  }
}

const stagesOf = (rulebook: Rulebook): ReadonlyMap<string, string> =>
  new Map(rulebook.stageNames.flatMap(stage => rulebook.stage(stage).map(rule => [rule.id, stage] as const)))

const milliseconds = (ms: number): number => Math.round(ms * 100) / 100

/** Extracts and audits documents, stores nothing, and lists what each rule found in them and the time it took, the dearest first. */
export async function runRulesUsage(call: Call): Promise<number> {
  const own = await rulesOf(call)
  const { rulebook, uses } = watchRules(own, () => performance.now())
  const documents = countDocuments(uses)
  const limits = limitsOf(call)
  let read = 0
  let failed = 0
  for (const found of await discover(call.args, limits)) {
    if (found.skipped !== undefined) continue
    try {
      if (found.fault) throw found.fault
      const extraction = extractWithin(await readDocumentFile(found.path, limits), rulebook, limits.maxSeconds)
      runAudit({ documents: [{ id: found.file, file: found.file, extraction }] }, rulebook)
      documents.next()
      read++
    } catch (error) {
      const { code, message } = asPipelineError(error, found.file)
      call.complain(`${found.file}: ${code}: ${message}`)
      failed++
    }
  }
  const stages = stagesOf(own)
  const all = [...uses()].map(([id, use]): Row => ({ id, stage: stages.get(id) ?? '', documents: documents.of(id), ...use, ms: milliseconds(use.ms) }))
  const rows = call.flag('unused') ? all.filter(row => row.finds === 0) : all.sort((a, b) => b.ms - a.ms)
  if (read > 0 || call.text('format') !== 'table')
    printList(call, {
      rows,
      fields: ['id', 'stage', 'documents', 'calls', 'finds', 'ms'],
      empty: 'Every rule found something.',
      columns: [
        { header: 'rule', value: r => r.id },
        { header: 'stage', value: r => r.stage },
        { header: 'documents', value: r => String(r.documents), align: 'right' },
        { header: 'finds', value: r => String(r.finds), align: 'right' },
        { header: 'calls', value: r => String(r.calls), align: 'right' },
        { header: 'ms', value: r => r.ms.toFixed(2), align: 'right' },
      ],
    })
  call.note(`${all.length} rules over ${read} documents; ${all.filter(row => row.finds === 0).length} found nothing.`)
  return failed === 0 ? exitCodes.done : read === 0 ? exitCodes.nothingDone : exitCodes.someFailed
}
