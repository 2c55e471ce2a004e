#!/usr/bin/env node
import { hasSource, isBuilt, isCurrent } from './built.mjs'

async function sourceRunner() {
  try {
    const { register } = await import('tsx/esm/api')
    register()
    return true
  } catch {
    return false
  }
}

const fromSource = hasSource && !isCurrent() && (await sourceRunner())

if (fromSource) await import('../src/cli/main.ts')
else if (isBuilt) await import('../dist/cli/main.js')
else {
  process.stderr.write('chitieu is not built. Run `npm install` (or `npm run build`) first.\n')
  process.exitCode = 2
}
