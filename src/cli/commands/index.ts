import { findingsWriters } from '../../export/findings-writer.js'
import { graphWriters } from '../../export/graph-writers.js'
import { datasetNames, exportFormats } from '../../export/names.js'
import type { TargetRecord } from '../../model/extraction.js'
import { levels, relations, severities } from '../../model/vocabulary.js'
import { outcomes } from '../../store/outcomes.js'
import type { CommandSpec, OptionSpec } from '../command.js'
import { jobsOption } from '../jobs-of.js'
import { dbOption, limitOption, listFormats, listOptions, provinceOption, readOptions, reportFormat, rulesOption, versionsOption } from '../options.js'
import { taskKinds } from '../task-kinds.js'
import { catalogueCommands } from './catalogue-commands.js'
import { queueCommands } from './queue-commands.js'

const roles: readonly (TargetRecord['role'] | 'all')[] = ['target', 'result', 'context', 'all']
const indicatorOption: OptionSpec = { flags: '--indicator <id>', about: 'catalogue entries, by id, beginning of ids (egov) or words of names' }
const levelOption: OptionSpec = {
  flags: '--level <level>',
  about: 'an administrative level that the value is for, with or without diacritics',
  choices: levels,
}
const fieldOption: OptionSpec = { flags: '--field <words>', about: 'a field of work, by words of its name' }
const deadlineOption: OptionSpec = { flags: '--deadline <time>', about: 'a year, date, quarter or interval; a year finds all that ends in it' }

/** What the commands of two words are about, by their first. */
export const groupsAbout: Readonly<Record<string, string>> = {
  indicators: 'the catalogue of indicators: list it, propose entries for it',
  rules: 'the rules: list them, test them, see what they make of a sentence and of files',
}

/** Every command of the program: its help, docs/cli.md and the tests are made from this table. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'ingest',
    about: 'read files and folders (recursively) into the database',
    arguments: [{ name: '<path...>', about: 'files or folders' }],
    options: [
      dbOption,
      jobsOption,
      rulesOption,
      { flags: '--force', about: 'extract again what is stored unchanged' },
      { flags: '--format <format>', about: 'json prints a report of the run on stdout', choices: ['table', 'json'], default: 'table' },
      ...readOptions,
    ],
    examples: ['chitieu ingest seeds', 'chitieu ingest plans/ report.md --db plans.sqlite'],
    run: async call => (await import('./ingest.js')).runIngest(call),
  },
  {
    name: 'runs',
    about: 'what each run did with each of its inputs: stored, replaced, unchanged, failed, skipped',
    arguments: [{ name: '[run]', about: "a run's id, the beginning of one, or `last`: lists its inputs" }],
    options: [{ flags: '--outcome <outcome>', about: 'only inputs that came to this', choices: outcomes }, ...listOptions],
    examples: ['chitieu runs', 'chitieu runs last --outcome failed'],
    run: async call => (await import('./runs.js')).runRuns(call),
  },
  {
    name: 'retry',
    about: 'read again the files that could not be stored when they were last read',
    options: [dbOption, jobsOption, rulesOption, ...readOptions],
    run: async call => (await import('./retry.js')).runRetry(call),
  },
  {
    name: 'extract',
    about: "print one document's extraction as JSON; touches no database",
    arguments: [{ name: '<file>', about: 'the document' }],
    options: [rulesOption, ...readOptions],
    examples: ['chitieu extract seeds/003_a954f8546d252d68.txt > 003.json'],
    run: async call => (await import('./extract.js')).runExtract(call),
  },
  {
    name: 'documents',
    about: 'list what is in the database',
    options: [
      provinceOption,
      { flags: '--type <type>', about: 'a document type: "Kế hoạch"' },
      { flags: '--failed', about: 'list the files that could not be stored, with code and hint' },
      versionsOption,
      ...listOptions,
    ],
    examples: ['chitieu documents --province "Vinh Long"'],
    run: async call => (await import('./documents.js')).runDocuments(call),
  },
  {
    name: 'show',
    about: 'show one document: what it is, its outline, and all that was found in it',
    arguments: [{ name: '<doc...>', about: 'number, id, beginning of an id, or file' }],
    options: listOptions,
    examples: ['chitieu show 384/QĐ-UBND'],
    run: async call => (await import('./show.js')).runShow(call),
  },
  {
    name: 'targets',
    about: 'which provinces set which targets, each beside the national level where the rules hold one',
    options: [
      rulesOption,
      provinceOption,
      indicatorOption,
      fieldOption,
      deadlineOption,
      levelOption,
      { flags: '--role <role>', about: 'what the value is', choices: roles, default: 'target' },
      { flags: '--text <words>', about: 'words of the sentence, with or without diacritics' },
      versionsOption,
      ...listOptions,
    ],
    examples: ['chitieu targets --province "Tra Vinh" --deadline 2025', 'chitieu targets --text "truc tuyen" --format csv'],
    run: async call => (await import('./targets.js')).runTargets(call),
  },
  {
    name: 'compare',
    about: 'indicators by province, side by side, and beside the national level where the rules hold one',
    options: [
      rulesOption,
      indicatorOption,
      fieldOption,
      deadlineOption,
      levelOption,
      { flags: '--role <role>', about: 'what to compare', choices: ['target', 'result'], default: 'target' },
      versionsOption,
      ...listOptions,
    ],
    run: async call => (await import('./compare.js')).runCompare(call),
  },
  {
    name: 'diff',
    about: 'what changed in the targets from one document to another: same, changed, new, gone',
    arguments: [{ name: '<doc...>', about: 'two documents, the earlier one first: number or id of a stored one, or any file, stored or not' }],
    options: [{ flags: '--changes', about: 'leave out what is the same' }, ...listOptions, rulesOption, ...readOptions],
    examples: ['chitieu diff 384/QĐ-UBND 12/KH-UBND', 'chitieu diff 384/QĐ-UBND draft.docx'],
    run: async call => (await import('./diff.js')).runDiff(call),
  },
  {
    name: 'citations',
    about: 'who cites what',
    options: [
      { flags: '--to <number>', about: 'the cited document: its number in any spelling, or words of its name; a law is found by either, whichever is printed' },
      { flags: '--from <doc>', about: 'the citing document' },
      { flags: '--type <type>', about: 'type of the cited document: "Nghị định"' },
      { flags: '--relation <relation>', about: 'how it is cited', choices: relations },
      { flags: '--shared-by <names>', about: 'the works that all of these provinces or documents cite, comma between' },
      versionsOption,
      ...listOptions,
    ],
    examples: [
      'chitieu citations --to 45/2020/nd-cp',
      'chitieu citations --from 384/QĐ-UBND --relation "căn cứ"',
      'chitieu citations --shared-by "Hà Tĩnh,Huế" --relation "căn cứ"',
    ],
    run: async call => (await import('./citations.js')).runCitations(call),
  },
  {
    name: 'graph',
    about: 'print the citation graph',
    options: [
      dbOption,
      { flags: '--format <format>', about: 'language of the graph', choices: Object.keys(graphWriters), default: 'dot' },
      { flags: '--from <doc>', about: 'only what this document cites' },
      { flags: '--relation <relation>', about: 'only this relation', choices: relations },
      versionsOption,
    ],
    examples: ['chitieu graph | dot -Tsvg > graph.svg'],
    run: async call => (await import('./graph.js')).runGraph(call),
  },
  {
    name: 'audit',
    about: 'check citations, structure and targets for contradictions',
    arguments: [{ name: '[doc...]', about: 'report on these documents only' }],
    options: [
      { flags: '--severity <severity>', about: 'the least severity to report', choices: severities },
      { flags: '--check <ids>', about: 'only these checks, by id or the part before the dot, comma between' },
      { flags: '--fail-on <severity>', about: 'exit with 1 when there is a finding of this severity or worse', choices: severities },
      versionsOption,
      rulesOption,
      dbOption,
      {
        flags: '--format <format>',
        about: 'how to print; SARIF for tools, HTML for people',
        choices: [...listFormats, ...Object.keys(findingsWriters)],
        default: 'table',
      },
      limitOption,
    ],
    examples: ['chitieu audit 107/BC-UBND --format json', 'chitieu audit --format html > audit.html', 'chitieu audit --check citation --fail-on error'],
    run: async call => (await import('./audit.js')).runAuditCommand(call),
  },
  {
    name: 'progress',
    about: 'reported results set against the targets they answer: reached, not reached, not comparable and why',
    options: [provinceOption, indicatorOption, versionsOption, ...listOptions],
    run: async call => (await import('./progress.js')).runProgress(call),
  },
  {
    name: 'tasks',
    about: 'assigned tasks, of tables and of prose: who leads, who supports, by when',
    options: [
      provinceOption,
      { flags: '--agency <name>', about: 'a body that leads or supports, by any of its names; also what it took over, and what took it over' },
      { flags: '--due <time>', about: 'a year, quarter, month or date, or words ("thường xuyên"); a year finds all that is due in it' },
      { flags: '--kind <kind>', about: 'only rows of tables, or only items of prose', choices: taskKinds },
      versionsOption,
      rulesOption,
      ...listOptions,
    ],
    examples: ['chitieu tasks --agency "Sở Nội vụ" --due 2023'],
    run: async call => (await import('./tasks.js')).runTasks(call),
  },
  {
    name: 'search',
    about: 'full text search, with or without diacritics',
    arguments: [{ name: '<text...>', about: 'words' }],
    options: [versionsOption, ...listOptions],
    examples: ['chitieu search "cai cach hanh chinh"'],
    run: async call => (await import('./search.js')).runSearch(call),
  },
  {
    name: 'export',
    about: 'write everything into files; their names are printed',
    options: [
      dbOption,
      { flags: '--format <format>', about: 'kind of files', choices: exportFormats, default: 'csv' },
      { flags: '--out <dir>', about: 'folder for the files', default: 'output/export' },
      { flags: '--table <names>', about: `only these tables, comma between: ${datasetNames.join(', ')}` },
      versionsOption,
    ],
    examples: ['chitieu export --format xlsx --out output', 'chitieu export --format ndjson --table targets'],
    run: async call => (await import('./export.js')).runExport(call),
  },
  {
    name: 'summary',
    about: 'the documents, the targets that several provinces set, and the findings of the audit on one page',
    options: [dbOption, rulesOption, reportFormat],
    run: async call => (await import('./summary.js')).runSummary(call),
  },
  ...queueCommands,
  ...catalogueCommands,
  {
    name: 'verify',
    about: 're-read every source and prove that each stored row is what it gives',
    options: [...listOptions, rulesOption, ...readOptions],
    run: async call => (await import('./verify.js')).runVerify(call),
  },
  {
    name: 'serve',
    about: 'the explorer and its API on 127.0.0.1, until it is stopped',
    options: [
      dbOption,
      { flags: '--port <n>', about: 'port to listen on; 0 takes a free one', least: 0, default: '4173' },
      { flags: '--host <name>', about: "address to listen on; any but this machine's own lets others in", default: '127.0.0.1' },
      { flags: '--allow-ingest', about: 'let the page store what is uploaded' },
      { flags: '--requests <n>', about: 'requests a minute from one address; all readers behind a proxy have its address', least: 1, default: '1200' },
      rulesOption,
      ...readOptions,
    ],
    examples: ['chitieu serve', 'chitieu serve --db plans.sqlite --port 8080'],
    run: async call => (await import('./serve.js')).runServe(call),
  },
  {
    name: 'watch',
    about: 'keep the database in step with folders: what arrives, changes or is removed there, until it is stopped',
    arguments: [{ name: '<dir...>', about: 'folders' }],
    options: [
      dbOption,
      jobsOption,
      rulesOption,
      { flags: '--settle <ms>', about: 'milliseconds that a file must keep its size before it is read', least: 1, default: '2000' },
      ...readOptions,
    ],
    run: async call => (await import('./watch.js')).runWatch(call),
  },
]
