import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const { CHITIEU_MUTATION_FILE: file = '', CHITIEU_MUTATION_CODE: code = '', CHITIEU_MUTATION_TESTS: tests = '' } = process.env

/** The tests that `scripts/mutation.ts` names, with the code that holds all changes in place of the file's own. */
export default defineConfig({
  plugins: [{ name: 'changeable-file', enforce: 'pre', load: id => (id.split('?')[0] === file ? readFileSync(code, 'utf8') : null) }],
  test: {
    include: tests.split(','),
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    runner: fileURLToPath(new URL('scripts/mutation/change-runner.ts', import.meta.url)),
    // One test is run for hundreds of changes.
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
    reporters: ['dot'],
  },
})
