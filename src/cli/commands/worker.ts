import { type WorkOptions, work } from '../../batch/queue/work.js'
import { openStoreForWriting } from '../../store/open-store.js'
import { type Call, usageError } from '../command.js'
import { databaseOf } from '../database-of.js'
import { exitCodes } from '../exit-codes.js'
import { plainDisplay } from '../ingest-display.js'
import { limitsOf } from '../limits-of.js'
import { rulesOf } from '../rules-of.js'

function untilOf(call: Call): WorkOptions['until'] {
  if (call.flag('once') && call.flag('until-empty')) throw usageError('--once and --until-empty do not go together.')
  if (call.flag('once')) return 'once'
  return call.flag('until-empty') ? 'until-empty' : 'forever'
}

export async function runWorker(call: Call): Promise<number> {
  const until = untilOf(call)
  const store = await openStoreForWriting(databaseOf(call))
  const display = plainDisplay(call)
  try {
    const report = await work(store, {
      rulebook: await rulesOf(call),
      limits: limitsOf(call),
      force: call.flag('force'),
      root: call.text('root'),
      until,
      signal: call.terminal.signal,
      onFile: display.file,
      onCrash: (file, reason) => call.complain(`crashed    ${file}: ${reason}`),
    })
    call.note(
      `${report.stored} stored, ${report.replaced} replaced, ${report.unchanged} unchanged, ${report.failed} failed. Run ${report.run} of ${store.name}`,
    )
    return exitCodes.done
  } catch (error) {
    throw store.explain(error)
  } finally {
    await store.close()
  }
}
