import { type GraphFormat, graphWriters } from '../../export/graph-writers.js'
import { citationGraph } from '../../query/citation-graph.js'
import { resolveDocuments } from '../../query/resolve-document.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { withStore } from '../with-store.js'

export async function runGraph(call: Call): Promise<number> {
  const graph = await withStore(call, async db => {
    const from = call.text('from')
    return citationGraph(db, {
      from: from === undefined ? undefined : (await resolveDocuments(db, from)).map(d => d.id),
      relation: call.text('relation'),
      allVersions: call.flag('all-versions'),
    })
  })
  call.out(graphWriters[(call.text('format') ?? 'dot') as GraphFormat](graph))
  return exitCodes.done
}
