import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.js'

/** Who may import whom; a folder may always import itself, and nobody imports cli. Stages meet in model types only. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  rulebook: ['model'],
  read: ['model'],
  normalize: ['model'],
  segment: ['model', 'rulebook'],
  extract: ['model', 'rulebook'],
  resolve: ['model', 'rulebook'],
  audit: ['model', 'rulebook'],
  store: ['model'],
  query: ['model', 'store'],
  export: ['model', 'store', 'query'],
  pipeline: ['model', 'rulebook', 'read', 'normalize', 'segment', 'extract', 'resolve'],
  batch: ['model', 'rulebook', 'read', 'pipeline', 'store', 'query'],
  serve: ['model', 'rulebook', 'read', 'pipeline', 'audit', 'store', 'query', 'export', 'batch'],
  explorer: ['model', 'serve'],
  cli: ['model', 'rulebook', 'read', 'normalize', 'segment', 'extract', 'resolve', 'audit', 'store', 'query', 'export', 'pipeline', 'batch', 'serve'],
}

/** Folders whose files see only their arguments. */
const pure = ['model', 'normalize', 'segment', 'extract', 'resolve', 'audit']

/** The only files of otherwise pure folders that touch the machine. */
const impure: readonly string[] = ['src/rulebook/rule-sources.ts', 'src/rulebook/open-rulebook.ts', 'src/rulebook/write-prepared-rules.ts']

const banned: readonly (readonly [string, RegExp])[] = [
  ['a node: module', /from 'node:/],
  ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/],
  ['randomness', /\bMath\.random\b|\brandomUUID\b/],
  ['the environment', /\bprocess\./],
  ['the console', /\bconsole\./],
]

const LONGEST_FILE = 300

const files = sourceFiles('src')
const folderOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null
const byPath = new Map(files.map(file => [file.path, file]))

function wrongImports({ path, imports }: SourceFile): string[] {
  const from = folderOf(path)
  if (from === null) return imports.filter(target => folderOf(target) === 'cli').map(target => `${path} imports ${target}`)
  return imports.flatMap(target => {
    const to = folderOf(target)
    const isAllowed = to === null ? !target.startsWith('src/') : to === from || (allowed[from] ?? []).includes(to)
    return isAllowed ? [] : [`${path} imports ${target}`]
  })
}

/** The first circle of imports that is reached from a file, as a list of paths. */
function findCircle(start: SourceFile): string[] | null {
  const done = new Set<string>()
  const walk = (file: SourceFile, trail: readonly string[]): string[] | null => {
    if (trail.includes(file.path)) return [...trail.slice(trail.indexOf(file.path)), file.path]
    if (done.has(file.path)) return null
    for (const target of file.valueImports) {
      const next = byPath.get(target)
      const circle = next ? walk(next, [...trail, file.path]) : null
      if (circle) return circle
    }
    done.add(file.path)
    return null
  }
  return walk(start, [])
}

describe('architecture', () => {
  it('has every folder of src/ in the table of import directions', () => {
    const folders = [...new Set(files.flatMap(file => folderOf(file.path) ?? []))]
    expect(folders.filter(folder => !Object.hasOwn(allowed, folder))).toEqual([])
  })

  it('imports only in the allowed directions', () => {
    expect(files.flatMap(wrongImports)).toEqual([])
  })

  it('has no circle of imports, those of types aside', () => {
    expect(files.flatMap(file => findCircle(file) ?? []).slice(0, 8)).toEqual([])
  })

  it('imports only files that exist', () => {
    expect(
      files.flatMap(file => file.imports.filter(target => target.startsWith('src/') && !byPath.has(target)).map(target => `${file.path} imports ${target}`)),
    ).toEqual([])
  })

  it('keeps the core pure: no machine, clock, randomness, environment or console', () => {
    const core = files.filter(file => pure.includes(folderOf(file.path) ?? '') || (folderOf(file.path) === 'rulebook' && !impure.includes(file.path)))
    const found = core.flatMap(file => banned.filter(([, pattern]) => pattern.test(file.text)).map(([what]) => `${file.path} uses ${what}`))
    expect(found).toEqual([])
  })

  it('prints only in cli', () => {
    expect(files.filter(file => folderOf(file.path) !== 'cli' && /\bconsole\./.test(file.text)).map(file => file.path)).toEqual([])
  })
})

describe('files', () => {
  const own = [...files, ...sourceFiles('tests'), ...sourceFiles('scripts'), ...sourceFiles('bench')]

  it(`are no longer than ${LONGEST_FILE} lines`, () => {
    const lines = (text: string): number => text.trimEnd().split('\n').length
    expect(own.filter(file => lines(file.text) > LONGEST_FILE).map(file => `${file.path}: ${lines(file.text)}`)).toEqual([])
  })

  it('have kebab-case names that say what is in them', () => {
    const isNamed = (path: string): boolean =>
      /^[a-z0-9]+(-[a-z0-9]+)*(\.(?:tools|postgres|browser))?(\.test|\.bench|\.config)?\.ts$/.test(path.split('/').at(-1) as string)
    expect(own.filter(file => !isNamed(file.path) || /\/(utils|helpers|misc|common)\.ts$/.test(file.path)).map(file => file.path)).toEqual([])
  })

  it('export by name', () => {
    expect(own.filter(file => /^export default\b/m.test(file.text)).map(file => file.path)).toEqual([])
  })
})
