// Changes extraction and resolution line by line and tells which changes no test notices: npm run mutation -- [--minutes N] [PATH...]
// A path is a folder or a file of src/extract or src/resolve. One folder is done after the other, none is begun after so many minutes; what is
// found is printed and kept in output/mutation/.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { groupBy } from '../src/model/group.js'
import { prepareRules } from '../src/rulebook/prepare-rules.js'
import { hashOf, ownRulesDirectory, readRuleSources } from '../src/rulebook/rule-sources.js'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string' } } })
const until = Date.now() + Number(values.minutes ?? 60) * 60_000

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.ts'))
        .map(name => join(path, name))
        .sort()
    : [relative('.', path)]

/** The folder of tests about a folder of code; those of the stage where that is the folder. */
const testsOf = (folder: string): string => relative('src', folder).split('/').slice(0, 2).join('/')

const files = (positionals.length > 0 ? positionals : ['src/extract', 'src/resolve']).flatMap(filesIn)
const folders = groupBy(files, file => dirname(file))
const share = (part: number, whole: number): string => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`)

mkdirSync('output/mutation', { recursive: true })
const sources = readRuleSources(ownRulesDirectory)
process.env.CHITIEU_MUTATION_RULES = resolve('output/mutation/prepared-rules.json')
writeFileSync(process.env.CHITIEU_MUTATION_RULES, JSON.stringify(prepareRules(sources, [], hashOf(sources))))
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
