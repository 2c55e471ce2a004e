// Drops and alters rules one by one and tells which changes nothing notices: npm run rules:mutation -- [WHERE...] [--sample N] [--seed N]
// WHERE is how the id of a rule begins, or a fragment ({{q-bridge}}). Each rule is dropped; then so many places of the rule files, chosen by the seed,
// are altered (--sample all: every place). What survives is printed and kept in output/mutation/rules.txt. Fails when a rule can be dropped unnoticed.
// --find [--with FOLDER...]: what no table notices gets a row in one: words of the documents in a folder that show it, or an example of the rule, varied.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { loadRulebook } from '../src/rulebook/load-rulebook.js'
import { prepareRules } from '../src/rulebook/prepare-rules.js'
import { ownRulesDirectory, readRuleSources } from '../src/rulebook/rule-sources.js'
import { type Alteration, type Altered, alterationKinds, alterationsOf } from './rules-mutation/alterations.js'
import { type Branch, saveBranches } from './rules-mutation/branches.js'
import { exchangeableRules } from './rules-mutation/exchangeable-rules.js'
import { branchFinder, framesByStage, searchedTexts } from './rules-mutation/find-branch.js'
import { listFinder } from './rules-mutation/find-list.js'
import { type ListRow, saveLists } from './rules-mutation/lists.js'
import { noticer } from './rules-mutation/notice.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    with: { type: 'string', multiple: true, default: [] },
    find: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '600' },
  },
})
const seed = Number(values.seed)
const own = loadRulebook()
const rules = exchangeableRules(own)
const { noticeOf, ofRules, watchBranch, watchList } = noticer(rules)
const isWanted = (where: string): boolean => positionals.length === 0 || positionals.some(start => where.startsWith(start))
const share = (part: number, whole: number): string => `${part} of ${whole}${whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`}`

const dropped = own.rules
  .filter(({ id }) => isWanted(id) && !values.find)
  .map(({ id }) => ({ id, by: noticeOf({ replaced: new Map([[id, () => null]]), words: null }) }))
const lost = dropped.filter(({ by }) => by === null)
console.log(`rules dropped and noticed: ${share(dropped.length - lost.length, dropped.length)}`)

const documents = values.with.flatMap(folder => readdirSync(folder).map(file => readFileSync(`${folder}/${file}`, 'utf8')))
const findBranch = branchFinder(rules, searchedTexts(documents, rules), framesByStage(own))
const findList = listFinder(own)

const all = alterationsOf(prepareRules(readRuleSources(ownRulesDirectory), [], own.hash)).filter(({ where }) => isWanted(where))
const size = values.sample === 'all' ? all.length : Math.min(all.length, Number(values.sample))
const [chosen = []] = fc.sample(fc.shuffledSubarray(all, { minLength: size, maxLength: size }), { seed, numRuns: 1 })

const branches: Branch[] = []
const lists: ListRow[] = []

interface Tried {
  readonly alteration: Alteration
  readonly by: string | null
  /** What the documents told of an alteration that nothing noticed. */
  readonly found: string
}

function tryOne(alteration: Alteration): Tried {
  const altered: Altered = { ...alteration, replaced: alteration.replaced() }
  const by = values.find ? (ofRules(altered) ?? (documents.length > 0 ? noticeOf(altered) : null)) : noticeOf(altered)
  if (by !== null) return { alteration, by, found: '' }
  // Words of a document before a varied example: they say that somebody writes so.
  const branch = findBranch(altered)
  if (branch) {
    watchBranch(branch)
    branches.push(branch)
    return { alteration, by: values.find ? 'a new row of the branches' : null, found: `${branch.source} ${branch.frame}: ${branch.text}` }
  }
  const row = values.find ? findList(altered) : null
  if (row) {
    watchList(row)
    lists.push(row)
  }
  return { alteration, by: row && 'a new row of the lists', found: '' }
}

const until = Date.now() + Number(values.minutes) * 60_000
const tried: Tried[] = []
for (const alteration of chosen) if (Date.now() < until) tried.push(tryOne(alteration))
console.log(
  `places altered and noticed, ${tried.length} of ${all.length} tried with --seed ${seed}: ${share(tried.filter(({ by }) => by !== null).length, tried.length)}`,
)
for (const kind of alterationKinds) {
  const of = tried.filter(({ alteration }) => alteration.kind === kind)
  if (of.length > 0) console.log(`  ${kind}: ${share(of.filter(({ by }) => by !== null).length, of.length)}`)
}
if (values.find) {
  saveBranches(branches)
  saveLists(lists, own)
}
const survivors = [
  ...lost.map(({ id }) => `${id}: dropped`),
  ...tried
    .filter(({ by }) => by === null)
    .map(({ alteration: { where, kind, about }, found }) => `${where}: ${kind}: ${about.replace(/\s+/g, ' ').slice(0, 160)}${found && ` → ${found}`}`),
]
mkdirSync('output/mutation', { recursive: true })
writeFileSync('output/mutation/rules.txt', survivors.map(line => `${line}\n`).join(''))
for (const line of survivors) console.log(`  ${line}`)
process.exitCode = lost.length > 0 ? 1 : 0
