import type { CommandSpec } from '../command.js'
import { dbOption, formatOption, limitOption, listOptions, readOptions, reportFormat, rulesOption } from '../options.js'

/** The commands that show what the program knows beforehand: the catalogue of indicators and the rules. */
export const catalogueCommands: readonly CommandSpec[] = [
  {
    name: 'indicators list',
    about: 'the catalogue of indicators, and how much of what is stored each entry covers',
    options: [{ flags: '--field <field>', about: 'only entries of fields with these words' }, ...listOptions],
    examples: ['chitieu indicators list --field "thủ tục hành chính"'],
    run: async call => (await import('./indicators.js')).runIndicatorsList(call),
  },
  {
    name: 'indicators suggest',
    about: 'propose catalogue entries for targets that none covers, grouped by the likeness of their words',
    options: [
      dbOption,
      { flags: '--least <n>', about: 'only groups of at least this many targets', least: 1, default: '1' },
      { flags: '--format <format>', about: 'how to print; YAML as the files of the catalogue have it', choices: ['yaml', 'json'], default: 'yaml' },
      limitOption,
    ],
    examples: ['chitieu indicators suggest --least 2 > suggested.yaml'],
    run: async call => (await import('./indicators.js')).runIndicatorsSuggest(call),
  },
  {
    name: 'rules list',
    about: 'list the rules',
    options: [
      rulesOption,
      { flags: '--stage <name>', about: 'only the rules of a stage' },
      { flags: '--format <format>', about: 'how to print', choices: ['table', 'json', 'ndjson', 'csv'], default: 'table' },
      limitOption,
    ],
    run: async call => (await import('./rules.js')).runRulesList(call),
  },
  {
    name: 'rules test',
    about: "run every rule's examples and counterexamples",
    options: [rulesOption, reportFormat],
    run: async call => (await import('./rules.js')).runRulesTest(call),
  },
  {
    name: 'rules explain',
    about: 'show what each stage makes of a sentence and which rules fire',
    arguments: [{ name: '<text...>', about: 'the sentence' }],
    options: [rulesOption, reportFormat],
    examples: ['chitieu rules explain "Đến năm 2025, tối thiểu 80% hồ sơ được xử lý trực tuyến"'],
    run: async call => (await import('./rules.js')).runRulesExplain(call),
  },
  {
    name: 'rules usage',
    about: 'extract and audit documents, store nothing, and list what each rule found in them and the time it took',
    arguments: [{ name: '<path...>', about: 'files and folders' }],
    options: [rulesOption, { flags: '--unused', about: 'only the rules that found nothing' }, formatOption, limitOption, ...readOptions],
    examples: ['chitieu rules usage plans/ --limit 20', 'chitieu rules usage plans/ --rules my-rules --unused'],
    run: async call => (await import('./rules-usage.js')).runRulesUsage(call),
  },
]
