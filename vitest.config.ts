import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Where a build wants the counts of passed and failed tests as JSON. */
const report = process.env.CHITIEU_TEST_REPORT

/** Tests named `*.<kind>.test.ts` need a program that the npm registry does not hold; each kind is a project of its own. */
const kinds = ['tools', 'postgres', 'browser'] as const

/** Branches, in percent, that the tests of a part go through; they only ever rise. */
const covered = { normalize: 94, segment: 92, extract: 88, resolve: 92, audit: 90 } as const

export default defineConfig({
  test: {
    pool: 'forks',
    // For what hangs; on a machine that is busy with other things a test may take many times as long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // `npm run coverage`: of the parts that decide what a record says. The others are read by what they write: files, databases, pages.
    coverage: {
      provider: 'v8',
      reportOnFailure: true,
      include: Object.keys(covered).map(folder => `src/${folder}/**/*.ts`),
      reporter: ['text-summary', ['text', { skipFull: true }]],
      thresholds: Object.fromEntries(Object.entries(covered).map(([folder, branches]) => [`src/${folder}/**/*.ts`, { branches }])),
    },
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
