#!/usr/bin/env node
import { existsSync } from 'node:fs'

const built = new URL('../dist/cli/main.js', import.meta.url)
const source = new URL('../src/cli/main.ts', import.meta.url)

if (existsSync(built)) {
  await import(built.href)
} else {
  // A checkout that is not built yet: run the source, as the developers' tools do.
  try {
    const { register } = await import('tsx/esm/api')
    register()
  } catch {
    process.stderr.write('chitieu is not built. Run `npm install` (or `npm run build`) first.\n')
    process.exit(2)
  }
  await import(source.href)
}
