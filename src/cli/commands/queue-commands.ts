import { defaultQueueOptions } from '../../batch/queue/queue-options.js'
import type { CommandSpec, OptionSpec } from '../command.js'
import { databaseVariable, dbOption, readOptions, reportFormat, rulesOption } from '../options.js'

const queueDb: OptionSpec = { flags: '--db <database>', about: 'postgres://USER@HOST/DATABASE', env: databaseVariable }
const rootOption: OptionSpec = { flags: '--root <dir>', about: 'folder that the keys of a listing stand below' }

/** The commands of many machines: what goes into the queue, who takes from it, and how far they are. */
export const queueCommands: readonly CommandSpec[] = [
  {
    name: 'enqueue',
    about: 'put files and folders, or the keys of a listing, into the queue of a PostgreSQL database',
    arguments: [{ name: '[path...]', about: 'files or folders that the workers see under the same path' }],
    options: [
      queueDb,
      { flags: '--listing <file>', about: 'file with a key or URL a line (s3://bucket/2024/a.pdf); - for standard input' },
      { ...rootOption, about: `${rootOption.about}; the working folder by default` },
      { flags: '--failed', about: 'the files that could not be stored when they were last read' },
      { flags: '--retries <n>', about: 'tries after a crash', least: 0, default: String(defaultQueueOptions.retries) },
      {
        flags: '--retry-delay <seconds>',
        about: 'pause before the second try, twice as long before each further one',
        least: 1,
        default: String(defaultQueueOptions.retryDelay),
      },
      {
        flags: '--expire <seconds>',
        about: 'time after which a document counts as lost with its worker',
        least: 1,
        default: String(defaultQueueOptions.expire),
      },
    ],
    examples: [
      'chitieu enqueue /mnt/decrees --db postgres://chitieu@db/chitieu',
      'aws s3 ls --recursive s3://decrees | cut -c32- | chitieu enqueue --listing - --root /mnt/decrees',
    ],
    run: async call => (await import('./enqueue.js')).runEnqueue(call),
  },
  {
    name: 'worker',
    about: 'take documents from the queue of a PostgreSQL database: one of any number, on any machine',
    options: [
      { flags: '--database <url>', about: 'postgres://USER@HOST/DATABASE' },
      dbOption,
      { ...rootOption, about: `${rootOption.about} on this machine` },
      { flags: '--until-empty', about: 'end when nothing waits, is worked on or is to be tried again' },
      { flags: '--once', about: 'end after one document' },
      rulesOption,
      { flags: '--force', about: 'extract again what is stored unchanged' },
      ...readOptions,
    ],
    examples: ['chitieu worker --database postgres://chitieu@db/chitieu', 'CHITIEU_DB=postgres://chitieu@db/chitieu chitieu worker --until-empty'],
    run: async call => (await import('./worker.js')).runWorker(call),
  },
  {
    name: 'queue',
    about: 'how far the workers are: waiting, active, done, failed, and the rate',
    options: [queueDb, reportFormat],
    run: async call => (await import('./queue.js')).runQueue(call),
  },
]
