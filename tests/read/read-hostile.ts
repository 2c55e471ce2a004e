// Run in a process of little memory by hostile-process.test.ts: reads every hostile file and prints what became of it, a line of JSON each.
import { PipelineError } from '../../src/model/errors.js'
import { defaultLimits } from '../../src/read/limits.js'
import { readDocument } from '../../src/read/read-file.js'
import { hostileFiles } from './hostile-files.js'

const only = process.argv[2]
for (const [about, name, make] of hostileFiles) {
  if (only !== undefined && hostileFiles.findIndex(f => f[0] === about) < Number(only)) continue
  const bytes = make()
  const from = process.cpuUsage()
  const end = await readDocument(bytes, name, { ...defaultLimits, maxSeconds: 2 }).then(
    () => 'read',
    (error: unknown) => (error instanceof PipelineError ? error.code : `FAULT ${String(error)}`),
  )
  const { user } = process.cpuUsage(from)
  console.log(JSON.stringify({ about, end, seconds: user / 1e6 }))
}
process.exit(0)
