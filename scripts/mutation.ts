// Changes extraction and resolution line by line and tells which changes no test notices: npm run mutation -- [--minutes N] [PATH...]
// A path is a folder or a file of src/extract or src/resolve. One folder is done after the other, none is begun after so many minutes; what is
// found is printed and kept in output/mutation/.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { groupBy } from '../src/model/group.js'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string' } } })
const until = Date.now() + Number(values.minutes ?? 60) * 60_000

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.ts'))
        .map(name => join(path, name))
        .sort()
    : [relative('.', path)]

/** The folders of tests about a folder of code: its own, and for what is found also those about what it means. */
const testsOf = (folder: string): string => {
  const [stage, name] = relative('src', folder).split('/')
  return name === undefined ? 'extract,resolve' : stage === 'extract' ? `extract/${name},resolve/${name}` : `resolve/${name},extract/${name}`
}

const files = (positionals.length > 0 ? positionals : ['src/extract', 'src/resolve']).flatMap(filesIn)
const folders = groupBy(files, file => dirname(file))
const share = (part: number, whole: number): string => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`)

mkdirSync('output/mutation', { recursive: true })
for (const [folder, mutate] of folders) {
  if (Date.now() > until) {
    console.log(`${folder}: not begun, the time is over`)
    continue
  }
  process.env.CHITIEU_MUTATION_TESTS = testsOf(folder)
  const results = await new Stryker({ configFile: 'stryker.config.json', mutate }).runMutationTest()
  const tried = results.filter(({ status }) => status !== 'Ignored' && status !== 'RuntimeError' && status !== 'CompileError')
  const alive = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  const report = mutate.map(file => {
    const of = (all: typeof tried) => all.filter(mutant => relative('.', mutant.fileName) === file)
    return { file, tried: of(tried).length, alive: of(alive).length }
  })
  for (const { file, tried, alive } of report) console.log(`${file}: ${tried} changes, ${tried - alive} noticed ${share(tried - alive, tried)}`)
  const lines = alive.map(
    ({ fileName, location, status, replacement }) =>
      `${relative('.', fileName)}:${location.start.line}:${location.start.column} ${status}: ${replacement?.replace(/\s+/g, ' ')}`,
  )
  writeFileSync(join('output/mutation', `${relative('src', folder).replaceAll('/', '.')}.txt`), `${lines.join('\n')}\n`)
  for (const line of lines) console.log(`  ${line}`)
}
