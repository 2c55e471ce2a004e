import type { Rulebook } from '../../src/rulebook/index.js'

/** Makes docs/rules.md: every pattern rule by stage, in the order in which they are tried, with a sentence it was made for. */
export function rulesPage(rulebook: Rulebook): string {
  const stages = new Map<string, string[]>()
  for (const stage of rulebook.stageNames) {
    stages.set(
      stage,
      rulebook.stage(stage).map(rule => {
        const example = rule.source.examples.match[0]
        const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|')
        return `| \`${rule.id}\` | ${cell(rule.about)} | ${example ? `${cell(example.text)} (${cell(example.source)})` : ''} |`
      }),
    )
  }
  const pieces = [
    '# Rules',
    'Made by `npm run docs`; do not edit. How rules are written, tested and replaced: [rules/README.md](../rules/README.md). What fires in a sentence: `chitieu rules explain "câu"`.',
    `${rulebook.rules.length} pattern rules in ${stages.size} stages, in the order in which they are tried.`,
    ...[...stages]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([stage, rows]) => [`## ${stage}`, ['| rule | finds | example |', '|---|---|---|', ...rows].join('\n')]),
  ]
  return `${pieces.join('\n\n')}\n`
}
