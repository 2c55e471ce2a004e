import { existsSync } from 'node:fs'
import { basename, dirname, relative } from 'node:path'

/** Folders of tests that look at the same records: what is found is shown by what is resolved from it, and the other way round. */
const SAME_RECORDS: Readonly<Record<string, readonly string[]>> = {
  citations: ['extract/citations', 'resolve/citations'],
  quantities: ['extract/quantities', 'resolve/targets'],
  targets: ['extract/quantities', 'resolve/targets'],
}

/** Patterns of the tests that are run against changes of a file: those of its records, its own, or all of its part. */
export function testsOf(file: string): readonly string[] {
  const path = relative('src', file)
  const [part, folder] = path.split('/') as [string, string]
  const own = `tests/${path.replace(/\.ts$/, '.test.ts')}`
  if (part !== 'extract' && part !== 'resolve') return [existsSync(own) ? own : `tests/${part}/**/!(*.tools|*.postgres|*.browser).test.ts`]
  return (SAME_RECORDS[basename(dirname(file))] ?? [`${part}/${folder}`]).map(name => `tests/${name}/**/*.test.ts`)
}
