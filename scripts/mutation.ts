// Changes code line by line and tells which changes no test notices: npm run mutation -- [--minutes N] [--save] [--anew] [PATH...]
// A path is a folder or a file of src/. One file is done after the other, none is begun after so many minutes; what is found is printed and kept in
// output/mutation/, and the scores in docs/mutation.md with --save.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { prepareRules } from '../src/rulebook/prepare-rules.js'
import { hashOf, ownRulesDirectory, readRuleSources } from '../src/rulebook/rule-sources.js'
import { saveScore, shareOf } from './mutation/scores.js'
import { testsOf } from './mutation/tests-of.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string' }, save: { type: 'boolean' }, anew: { type: 'boolean' } },
})
const until = Date.now() + Number(values.minutes ?? 60) * 60_000

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.ts'))
        .map(name => join(path, name))
        .sort()
    : [relative('.', path)]

const files = (positionals.length > 0 ? positionals : ['src/extract', 'src/resolve']).flatMap(filesIn)

mkdirSync('output/mutation', { recursive: true })
const sources = readRuleSources(ownRulesDirectory)
process.env.CHITIEU_MUTATION_RULES = resolve('output/mutation/prepared-rules.json')
writeFileSync(process.env.CHITIEU_MUTATION_RULES, JSON.stringify(prepareRules(sources, [], hashOf(sources))))
for (const file of files) {
  if (Date.now() > until) {
    console.log(`${file}: not begun, the time is over`)
    continue
  }
  process.env.CHITIEU_MUTATION_TESTS = testsOf(file).join(',')
  const name = join('output/mutation', relative('src', file).replaceAll('/', '.'))
  // Of a file that was done before, only what its new or altered tests may say otherwise about is tried again.
  const results = await new Stryker({
    configFile: 'stryker.config.json',
    mutate: [file],
    incremental: true,
    incrementalFile: `${name}.json`,
    force: values.anew ?? false,
  }).runMutationTest()
  const tried = results.filter(({ status }) => status !== 'Ignored' && status !== 'RuntimeError' && status !== 'CompileError')
  const alive = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  const score = { file, tried: tried.length, noticed: tried.length - alive.length, endless: tried.filter(({ status }) => status === 'Timeout').length }
  console.log(`${file}: ${score.tried} changes, ${score.noticed} noticed ${shareOf(score)}, ${score.endless} of these by never coming to an end`)
  const lines = alive.map(
    ({ location, status, replacement }) => `${file}:${location.start.line}:${location.start.column} ${status}: ${replacement?.replace(/\s+/g, ' ')}`,
  )
  writeFileSync(`${name}.txt`, `${lines.join('\n')}\n`)
  for (const line of lines) console.log(`  ${line}`)
  if (values.save) saveScore(score)
}
