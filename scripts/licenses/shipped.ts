import { readdirSync, readFileSync } from 'node:fs'

/** One installed package that users get: with the program, or built into the explorer's page. */
export interface Shipped {
  readonly name: string
  readonly version: string
  /** As the package states it; null when it states none. */
  readonly license: string | null
}

interface Locked {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

/** Licences that let the program be passed on under its own: each asks for no more than to be named. The font's one allows it to be bundled. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** What packages do not say in a way that a program understands, read in their files. */
const readByPeople: Readonly<Record<string, string>> = {
  // package.json says BSD; its LICENSE has the text of two clauses.
  'duck@0.1.12': 'BSD-2-Clause',
  // "MIT/X11" is another name of the same text.
  'chainsaw@0.1.0': 'MIT',
  // README.rdoc has the text.
  'sylvester@0.0.21': 'MIT',
}

/** Packages that state no licence anywhere, and why they are here. */
export const unstated: Readonly<Record<string, string>> = {
  'buffers@0.1.1': 'exceljs brings it for reading streams of XLSX files, which this program never does',
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Packages that the page's source imports. */
function importedByPage(folder = 'src/explorer'): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.(?:tsx?|css)$/.test(name))
  const imports = files.flatMap(name => [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/(?:from |import |url\()['"]((?:@[^/'"]+\/)?[^./'"][^/'"]*)/g)])
  return [...new Set(imports.map(match => match[1] as string))]
}

/** The packages users get, by the lock file: what the program needs, and what is built into the page with all that it needs. */
export function shippedPackages(lockFile = 'package-lock.json'): Shipped[] {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as { packages: Readonly<Record<string, Locked>> }
  const page = new Set<string>()
  const add = (name: string): void => {
    if (page.has(name)) return
    page.add(name)
    for (const needed of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) add(needed)
  }
  for (const name of importedByPage()) add(name)
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && (!dev || page.has(nameOf(path))))
    .map(([path, { version, license }]) => ({ name: nameOf(path), version, license: license ?? null }))
}

/** What a package is licensed under, as far as it is known; null when it says nothing. */
export const licenseOf = ({ name, version, license }: Shipped): string | null => readByPeople[`${name}@${version}`] ?? license

/** Whether an SPDX expression leaves a choice that is allowed. */
export const isAllowed = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some(choice => choice.split(' AND ').every(license => allowed.has(license.trim())))
