import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The rules are compiled once a worker and not once a file.
    isolate: false,
    pool: 'forks',
    testTimeout: 30_000,
  },
})
