import { citationColumns } from '../../export/columns.js'
import { type CitationListing, findCitations } from '../../query/find-citations.js'
import { resolveDocuments } from '../../query/resolve-document.js'
import { type Call, usageError } from '../command.js'
import { documentTypeOf } from '../document-types-of.js'
import { exitCodes } from '../exit-codes.js'
import { formatDate } from '../format-value.js'
import { printList, rowsToAsk } from '../print-list.js'
import { withStore } from '../with-store.js'
import { runSharedWorks } from './shared-works.js'

/** What the mention is taken for beyond its own words: the number of the one work it can mean, or how many it can mean. */
function meantBy({ candidates, canonical, resolvedWork }: CitationListing): string | null {
  if (candidates.length > 1) return `${candidates.length} candidates`
  const [only] = candidates
  if (only === undefined) return null
  const source = only.from === 'document' ? '' : ` (${[only.from, only.confidence === 'recalled' ? 'recalled' : null].filter(Boolean).join(', ')})`
  const isOpen = resolvedWork === null ? '1 candidate: ' : ''
  if (only.from === 'document' && (canonical !== null || only.number === null)) return null
  const date = formatDate(only.date)
  return `${isOpen}${[only.number ?? only.title ?? only.work, date].filter(Boolean).join(', ')}${source}`
}

export async function runCitations(call: Call): Promise<number> {
  const relation = call.text('relation')
  const type = await documentTypeOf(call)
  if (call.text('shared-by') !== undefined) {
    if (call.text('to') !== undefined || call.text('from') !== undefined)
      throw usageError('--shared-by goes with --type and --relation only, not with --to or --from.')
    return runSharedWorks(call, { type, relation })
  }
  const rows = await withStore(call, async db => {
    const from = call.text('from')
    return findCitations(db, {
      to: call.text('to'),
      from: from === undefined ? undefined : (await resolveDocuments(db, from)).map(d => d.id),
      type,
      relation,
      allVersions: call.flag('all-versions'),
      limit: rowsToAsk(call),
    })
  })
  printList(call, {
    rows,
    fields: citationColumns,
    empty:
      'No citation matches. A document is found by its number with the year it bears (45/2020/NĐ-CP), or by words of its name; `chitieu citations` without options lists all.',
    columns: [
      { header: 'in', value: c => c.document ?? c.documentId, whole: true },
      { header: 'province', value: c => c.province },
      { header: 'section', value: c => c.section, max: 14 },
      { header: 'relation', value: c => c.relation },
      { header: 'type', value: c => c.type },
      { header: 'cited', value: c => (c.repaired ? `${c.repaired} (printed ${c.canonical})` : (c.canonical ?? c.name)), max: 50 },
      { header: 'date', value: c => formatDate(c.date) },
      { header: 'meant', value: meantBy, max: 30 },
      { header: 'issuer', value: c => c.issuer, max: 26 },
      { header: 'pinpoint', value: c => c.pinpoint, max: 30 },
    ],
  })
  return exitCodes.done
}
