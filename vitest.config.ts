import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Where a build wants the counts of passed and failed tests as JSON. */
const report = process.env.CHITIEU_TEST_REPORT

/** Tests named `*.<kind>.test.ts` need a program that the npm registry does not hold; each kind is a project of its own. */
const kinds = ['tools', 'postgres', 'browser'] as const

export default defineConfig({
  test: {
    pool: 'forks',
    // For what hangs; on a machine that is busy with other things a test may take many times as long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    ...(report && { reporters: ['default', 'json'], outputFile: { json: report } }),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: kinds.map(kind => `tests/**/*.${kind}.test.ts`),
          // The rules are compiled once a worker and not once a file.
          isolate: false,
          // By itself vitest leaves one core for itself, which is one of two where this is built.
          maxWorkers: availableParallelism(),
        },
      },
      ...kinds.map((kind, index) => ({
        extends: true as const,
        test: {
          name: kind,
          include: [`tests/**/*.${kind}.test.ts`],
          fileParallelism: false,
          sequence: { groupOrder: index + 1 },
        },
      })),
    ],
  },
})
