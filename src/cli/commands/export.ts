import { createWriteStream, existsSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fixZipTimes } from '../../export/fix-zip-times.js'
import { type DatasetName, datasetNames, type ExportFormat } from '../../export/names.js'
import { writers } from '../../export/writers.js'
import { PipelineError } from '../../model/errors.js'
import { systemReason } from '../../model/system-reason.js'
import { type Call, usageError } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { withStore } from '../with-store.js'

function tablesOf(call: Call): readonly DatasetName[] {
  const all: readonly string[] = datasetNames
  const asked = call
    .text('table')
    ?.split(',')
    .map(name => name.trim())
  const unknown = asked?.find(name => !all.includes(name))
  if (unknown !== undefined) throw usageError(`There is no table ${unknown}: the tables are ${all.join(', ')}.`)
  return (asked as DatasetName[] | undefined) ?? datasetNames
}

/** Makes a folder and those above it. Where the one above stands, the system is asked once: asked to make a whole path, Node never returns for some places (`/proc/x`). */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder) && statSync(folder).isDirectory()) return
  await mkdir(folder, { recursive: !existsSync(dirname(resolve(folder))) })
}

/** Writes into `.part` files that get their names only when all are complete. */
export async function runExport(call: Call): Promise<number> {
  const format = call.text('format') as ExportFormat
  const writer = writers[format]
  const tables = tablesOf(call)
  const scope = { allVersions: call.flag('all-versions') }
  const folder = call.text('out') as string
  const written: string[] = []
  const partOf = (file: string): string => `${file}.part`
  await withStore(call, async db => {
    try {
      await makeFolder(folder)
      await writer.write(
        db,
        tables,
        name => {
          const file = join(folder, name)
          written.push(file)
          return createWriteStream(partOf(file))
        },
        scope,
      )
      for (const file of written) {
        if (format === 'xlsx') {
          const zip = await readFile(partOf(file))
          fixZipTimes(zip)
          await writeFile(partOf(file), zip)
        }
        await rename(partOf(file), file)
      }
    } catch (error) {
      for (const file of written) await rm(partOf(file), { force: true })
      if (error instanceof PipelineError || (error as NodeJS.ErrnoException).code === undefined) throw error
      throw new PipelineError('E_EXPORT_WRITE', { file: (error as NodeJS.ErrnoException).path ?? folder, reason: systemReason(error) }, { cause: error })
    }
  })
  for (const file of written) call.out(`${file}\n`)
  return exitCodes.done
}
