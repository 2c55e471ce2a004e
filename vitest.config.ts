import { defineConfig } from 'vitest/config'

/** Where a build wants the counts of passed and failed tests as JSON. */
const report = process.env.CHITIEU_TEST_REPORT

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The rules are compiled once a worker and not once a file.
    isolate: false,
    pool: 'forks',
    testTimeout: 30_000,
    ...(report && { reporters: ['default', 'json'], outputFile: { json: report } }),
  },
})
