// Drops and alters the rules one by one and tells which changes nothing notices: npm run rules:mutation -- [ID...] [--seconds N] [--seed N]
// An ID is that of a rule, or how several begin. Each rule is dropped; then rules are altered in one place, chosen by the seed, until the time is up.
// What survives is printed and kept in output/mutation/rules.txt. Fails when a rule can be dropped unnoticed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { loadRulebook } from '../src/rulebook/load-rulebook.js'
import { prepareRules } from '../src/rulebook/prepare-rules.js'
import { ownRulesDirectory, readRuleSources } from '../src/rulebook/rule-sources.js'
import { type Alteration, alterationKinds, alterationsOf } from './rules-mutation/alterations.js'
import { exchangeableRules } from './rules-mutation/exchangeable-rules.js'
import { noticer } from './rules-mutation/notice.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '180' }, seed: { type: 'string', default: '1' } },
})
const until = Date.now() + Number(values.seconds) * 1000
const seed = Number(values.seed)
const own = loadRulebook()
const rules = exchangeableRules(own)
const noticeOf = noticer(rules)
const wanted = own.rules.filter(rule => positionals.length === 0 || positionals.some(id => rule.id.startsWith(id)))

const dropped = wanted.map(({ id }) => ({ id, by: noticeOf(id, null) }))
const lost = dropped.filter(({ by }) => by === null)
console.log(`${dropped.length} rules dropped, ${dropped.length - lost.length} noticed`)

const stages = new Map(own.stageNames.flatMap(name => own.stage(name).map(rule => [rule.id, own.stage(name)] as const)))
const prepared = prepareRules(readRuleSources(ownRulesDirectory), [], own.hash)
const patterns = prepared.stages.flatMap(([, all]) => all.map(({ pattern }) => pattern))
const patternOf = new Map(own.rules.map((rule, i) => [rule.id, patterns[i] as (typeof patterns)[number]]))

/** Alterations of each rule in an order that the seed chooses: one of each kind, then the next one, so that a short run tries something of everything. */
const queues = wanted.map(rule => {
  const all = alterationsOf(rule, patternOf.get(rule.id) as (typeof patterns)[number], stages.get(rule.id) ?? [])
  const [shuffled = []] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), { seed, numRuns: 1 })
  const turn = new Map<string, number>()
  const turns = shuffled.map(alteration => {
    const n = turn.get(alteration.kind) ?? 0
    turn.set(alteration.kind, n + 1)
    return { n, alteration }
  })
  return { id: rule.id, alterations: turns.sort((a, b) => a.n - b.n).map(({ alteration }) => alteration) }
})

interface Tried {
  readonly id: string
  readonly alteration: Alteration
  readonly by: string | null
}

const tried: Tried[] = []
const longest = Math.max(0, ...queues.map(({ alterations }) => alterations.length))
for (let n = 0; n < longest; n++) {
  for (const { id, alterations } of queues) {
    const alteration = Date.now() < until ? alterations[n] : undefined
    const other = alteration?.make()
    if (alteration && other) tried.push({ id, alteration, by: noticeOf(id, other) })
  }
}

const all = queues.reduce((sum, { alterations }) => sum + alterations.length, 0)
console.log(`${tried.length} of ${all} alterations tried with --seed ${seed}`)
for (const kind of alterationKinds) {
  const of = tried.filter(({ alteration }) => alteration.kind === kind)
  const noticed = of.filter(({ by }) => by !== null)
  if (of.length > 0) console.log(`  ${kind}: ${of.length}, ${noticed.length} noticed (${((100 * noticed.length) / of.length).toFixed(1)} %)`)
}
const survivors = [
  ...lost.map(({ id }) => `${id}: dropped`),
  ...tried.filter(({ by }) => by === null).map(({ id, alteration }) => `${id}: ${alteration.kind}: ${alteration.about.slice(0, 160)}`),
]
mkdirSync('output/mutation', { recursive: true })
writeFileSync('output/mutation/rules.txt', survivors.map(line => `${line}\n`).join(''))
for (const line of survivors) console.log(`  ${line}`)
process.exitCode = lost.length > 0 ? 1 : 0
