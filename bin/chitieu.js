#!/usr/bin/env node
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../dist/cli/main.js', import.meta.url)
const source = new URL('../src/cli/main.ts', import.meta.url)

/** Whether a file of a checkout's src/ was changed after the build. An installed package has no src/. */
function isOutdated() {
  const since = statSync(built).mtimeMs
  const folder = fileURLToPath(new URL('../src/', import.meta.url))
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    entry => entry.isFile() && statSync(`${entry.parentPath}/${entry.name}`).mtimeMs > since,
  )
}

async function sourceRunner() {
  try {
    const { register } = await import('tsx/esm/api')
    register()
    return true
  } catch {
    return false
  }
}

const isBuilt = existsSync(built)
const fromSource = existsSync(source) && (!isBuilt || isOutdated()) && (await sourceRunner())

if (fromSource) await import(source.href)
else if (isBuilt) await import(built.href)
else {
  process.stderr.write('chitieu is not built. Run `npm install` (or `npm run build`) first.\n')
  process.exitCode = 2
}
