import { checkIndicatorExamples } from '../../pipeline/check-indicator-examples.js'
import { explainText } from '../../pipeline/explain.js'
import { runWithin } from '../../pipeline/run-within.js'
import { checkExamples, type ExampleFault } from '../../rulebook/check-examples.js'
import { hostileTexts } from '../../rulebook/hostile-texts.js'
import { openRulebook } from '../../rulebook/open-rulebook.js'
import type { CompiledRule, Rulebook } from '../../rulebook/rulebook.js'
import { type Call, usageError } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { printList } from '../print-list.js'
import { rulesOf } from '../rules-of.js'
import { printable } from '../terminal.js'

export async function runRulesList(call: Call): Promise<number> {
  const rulebook = await rulesOf(call)
  const stage = call.text('stage')
  const rows = rulebook.tables('patterns').flatMap(file =>
    file.rules.map(rule => ({
      id: rule.id,
      stage: file.stage,
      about: rule.about,
      basis: rule.basis ?? null,
      matches: rule.examples.match.length,
      counterexamples: rule.examples.noMatch.length,
    })),
  )
  const stages = [...new Set(rows.map(row => row.stage))].sort()
  if (stage !== undefined && !stages.includes(stage)) throw usageError(`No stage is named ${stage}. There are: ${stages.join(', ')}.`)
  const wanted = stage === undefined ? rows : rows.filter(row => row.stage === stage)
  printList(call, {
    rows: wanted.slice(0, call.number('limit')),
    fields: ['id', 'stage', 'about', 'basis', 'matches', 'counterexamples'],
    empty: 'No rule matches.',
    columns: [
      { header: 'rule', value: r => r.id },
      { header: 'stage', value: r => r.stage },
      { header: 'what it finds', value: r => r.about, max: 90 },
      { header: 'examples', value: r => `${r.matches}+${r.counterexamples}`, align: 'right' },
    ],
  })
  return exitCodes.done
}

/** The rules that a user's folder adds or changes. The program's own went through the same check, and more, before they were published. */
async function usersRules(call: Call, rulebook: Rulebook): Promise<readonly CompiledRule[]> {
  if (call.text('rules') === undefined) return []
  const own = new Map((await openRulebook()).rules.map(rule => [rule.id, rule.source.pattern]))
  return rulebook.rules.filter(rule => own.get(rule.id) !== rule.source.pattern)
}

/** A pattern needs some milliseconds for a text of 20,000 letters; one that backtracks takes minutes, or years. */
const MOST_MS = 2000

/** The text from which a rule does not come back, if one of those that are made to hurt it is such. */
function checkBacktracking(rule: CompiledRule): readonly ExampleFault[] {
  for (const text of hostileTexts(rule))
    if (!runWithin(MOST_MS, () => [...text.matchAll(rule.regex)].length))
      return [
        { rule: rule.id, text: text.slice(0, 60), message: `does not come back from this and ${text.length - 60} letters like it: a repeat within a repeat` },
      ]
  return []
}

export async function runRulesTest(call: Call): Promise<number> {
  const rulebook = await rulesOf(call)
  const examples = checkExamples(rulebook)
  const indicators = checkIndicatorExamples(rulebook)
  const report = {
    rules: examples.rules,
    indicators: rulebook.tables('indicators').reduce((sum, file) => sum + file.entries.length, 0),
    examples: examples.examples + indicators.examples,
    invented: examples.invented + indicators.invented,
    faults: [...examples.faults, ...indicators.faults, ...(await usersRules(call, rulebook)).flatMap(checkBacktracking)],
  }
  if (call.text('format') === 'json') call.out(`${JSON.stringify(report, null, 2)}\n`)
  else {
    for (const fault of report.faults) call.out(`${call.colors.red(fault.rule)}: in "${printable(fault.text)}" it ${printable(fault.message)}\n`)
    call.out(
      `${report.rules} rules, ${report.indicators} indicators, ${report.examples} examples (${report.invented} invented), ${report.faults.length} faults\n`,
    )
  }
  return report.faults.length > 0 ? exitCodes.found : exitCodes.done
}

const json = (value: unknown): string => JSON.stringify(value)

export async function runRulesExplain(call: Call): Promise<number> {
  const text = call.args.join(' ')
  const { reading, fired, extraction } = explainText(text, await rulesOf(call))
  if (call.text('format') === 'json') {
    const { normalization, segmentation } = reading
    call.out(
      `${json({
        normalized: normalization.text,
        edits: normalization.edits,
        blocks: segmentation.blocks,
        sections: segmentation.sections,
        fired: fired.map(({ stage, match }) => ({ stage, rule: match.rule.id, span: match.span, raw: match.raw, parts: match.parts })),
        extraction,
      })}\n`,
    )
    return exitCodes.done
  }
  const { bold, dim, cyan } = call.colors
  const heading = (title: string): void => call.out(`\n${bold(title)}\n`)
  const line = (words: string): void => call.out(`  ${words}\n`)
  heading('normalize')
  for (const row of reading.text.split('\n')) line(printable(row))
  for (const edit of reading.normalization.edits)
    line(dim(`${edit.step} at ${edit.source.start}-${edit.source.end}: ${json(edit.before)} → ${json(edit.after)}`))
  heading('segment')
  for (const block of reading.segmentation.blocks)
    line(`${block.kind.padEnd(15)} ${block.span.start}-${block.span.end}  ${printable(reading.text.slice(block.span.start, block.span.end)).slice(0, 90)}`)
  for (const section of reading.segmentation.sections) line(`${cyan('heading')}         ${section.path}  ${section.title ?? ''}`)
  heading('rules that fire (spans in the normalized text)')
  // What marks only a gap between words is for programs to see, in JSON.
  const visible = fired.filter(({ match }) => match.raw.trim() !== '')
  for (const { stage, match } of visible) {
    const parts = Object.entries(match.parts).map(([name, value]) => `${name}=${json(value)}`)
    line(
      `${cyan(match.rule.id)} ${dim(`[${stage}]`)} ${match.span.start}-${match.span.end} ${json(printable(match.raw))}${parts.length > 0 ? dim(`  ${parts.join(' ')}`) : ''}`,
    )
  }
  if (visible.length === 0) line('none')
  heading('records')
  const known = (record: object): string =>
    json(Object.fromEntries(Object.entries(record).filter(([name, value]) => value !== null && !['evidence', 'statement', 'keySpan'].includes(name))))
  for (const kind of ['targets', 'citations', 'tasks', 'assignments', 'agencies'] as const)
    for (const record of extraction[kind]) line(`${cyan(kind.replace(/ies$/, 'y').replace(/s$/, ''))} ${known(record)}`)
  if (['targets', 'citations', 'tasks', 'assignments', 'agencies'].every(kind => extraction[kind as 'targets'].length === 0)) line('none')
  return exitCodes.done
}
