import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests that `scripts/mutation.ts` names: those of the code that is changed. */
const tests = (process.env.CHITIEU_MUTATION_TESTS ?? 'tests/extract/**/*.test.ts,tests/resolve/**/*.test.ts').split(',')
const prepared = fileURLToPath(new URL('scripts/mutation/prepared-rulebook.ts', import.meta.url))

/** The tests that are run against every changed line: those that are about records, quick enough to be run thousands of times. */
export default defineConfig({
  plugins: [{ name: 'prepared-rules', enforce: 'pre', resolveId: (id: string) => (/\/(?:load|open)-rulebook\.js$/.test(id) ? prepared : null) }],
  test: {
    include: tests,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
