import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One file of TypeScript: its path from the project's root and what it imports. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** Imported modules: project files by their path, packages by their name. */
  readonly imports: readonly string[]
  /** Those that remain when types are erased. */
  readonly valueImports: readonly string[]
}

const withoutTypes = (text: string): string => text.replace(/^(?:import|export) type [^']*'[^']+'$/gm, '')

const specifiers = (text: string): string[] => [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g)].map(match => match[1] as string)

function toPath(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  return relative(root, resolve(dirname(file), specifier))
    .split(sep)
    .join('/')
    .replace(/\.js$/, '.ts')
}

/** Every TypeScript file under a folder of the project, in the order of their paths. */
export function sourceFiles(folder: string): SourceFile[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(file => {
      const text = readFileSync(file, 'utf8')
      return {
        path: relative(root, file).split(sep).join('/'),
        text,
        imports: specifiers(text).map(specifier => toPath(file, specifier)),
        valueImports: specifiers(withoutTypes(text)).map(specifier => toPath(file, specifier)),
      }
    })
}
