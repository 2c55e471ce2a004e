interface ErrorEntry {
  readonly message: (params: Readonly<Record<string, string>>) => string
  readonly hint: string
}

/** Codes are permanent: deprecate one, never rename or reuse it. */
export const errorCatalog = {
  E_READ_MISSING: {
    message: p => `${p.file} does not exist.`,
    hint: 'Check the path; a folder is read recursively.',
  },
  E_READ_DENIED: {
    message: p => `${p.file} could not be read: ${p.reason}.`,
    hint: 'Name a plain file that you may read; check its permissions and those of its folders.',
  },
  E_READ_CHANGING: {
    message: p => `${p.file} is being written: it changed while it was read, again and again.`,
    hint: 'Run the command again when the program that writes it has ended.',
  },
  E_READ_FOLDER: {
    message: p => `${p.file} is a folder, not a file.`,
    hint: 'Name a file; `chitieu ingest` reads folders.',
  },
  E_READ_EMPTY: {
    message: p => `${p.file} holds no text.`,
    hint: 'Get the file again from its source; an interrupted download leaves an empty file.',
  },
  E_READ_BINARY: {
    message: p => `${p.file} is not text: it holds binary data of no format that can be read.`,
    hint: 'Get the file again from its source, or open it where it can be opened and save it as docx, PDF or plain text (UTF-8).',
  },
  E_READ_ENCODING: {
    message: p => `${p.file} is not valid UTF-8 (first bad byte at ${p.offset}).`,
    hint: 'Save it again as UTF-8, for instance with `iconv -f WINDOWS-1258 -t UTF-8`.',
  },
  E_READ_TOO_LARGE: {
    message: p => `${p.file} has ${p.bytes} bytes, more than the limit of ${p.limit}.`,
    hint: 'Raise the limit with --max-bytes if the file is what it should be.',
  },
  E_READ_LINE_TOO_LONG: {
    message: p => `${p.file} has a line of ${p.length} characters, more than the limit of ${p.limit}: it is not a decree's text.`,
    hint: 'Check that the file is a document; raise the limit with --max-line if it is.',
  },
  E_READ_UNSUPPORTED: {
    message: p => `${p.file} is a ${p.format} file, which this version does not read yet.`,
    hint: 'Save the document as plain text (UTF-8) or Markdown.',
  },
  E_READ_NOT_VIETNAMESE: {
    message: p => `${p.file} is not Vietnamese: ${p.share} of its words could be.`,
    hint: 'If it is a Vietnamese document, its encoding or font is damaged: save it again as UTF-8.',
  },
  E_READ_ENCRYPTED: {
    message: p => `${p.file} is protected by a password.`,
    hint: 'Open it with its password and save it without one.',
  },
  E_READ_DAMAGED: {
    message: p => `${p.file} is damaged: ${p.reason}.`,
    hint: 'Get the file again from its source; an interrupted download leaves a part of it.',
  },
  E_READ_INFLATED: {
    message: p => `${p.file} would unpack to more than the limit of ${p.limit} bytes.`,
    hint: 'It may be made to fill memory. Raise the limit with --max-inflated if the file is what it should be.',
  },
  E_READ_TOO_MANY_ENTRIES: {
    message: p => `${p.file} packs ${p.entries} parts, more than the limit of ${p.limit}.`,
    hint: 'Unpack it and ingest the folder, or raise the limit with --max-entries.',
  },
  E_READ_TOO_MANY_PAGES: {
    message: p => `${p.file} has ${p.pages} pages, more than the limit of ${p.limit}.`,
    hint: 'Raise the limit with --max-pages if the file is one document.',
  },
  E_READ_TOO_MANY_PIXELS: {
    message: p => `${p.file} has ${p.pixels} pixels, more than the limit of ${p.limit}.`,
    hint: 'Scan it at 300 dpi, or raise the limit with --max-pixels.',
  },
  E_READ_TOO_DEEP: {
    message: p => `${p.file} is nested deeper than the limit of ${p.limit}.`,
    hint: 'It may be made to exhaust the reader: save the document again, or raise the limit with --max-nesting (elements) or --max-archives (zip files).',
  },
  E_READ_TIMEOUT: {
    message: p => `${p.file} took more than the limit of ${p.limit} seconds to read.`,
    hint: 'Raise the limit with --max-seconds if the file is what it should be.',
  },
  E_EXTRACT_TIMEOUT: {
    message: p => `${p.file} took more than the limit of ${p.limit} seconds to extract, and was given up.`,
    hint: 'Raise the limit with --max-seconds if the file is what it should be, and try rules of your own with `chitieu rules test`; `chitieu retry` reads it again.',
  },
  E_EXTRACT_MEMORY: {
    message: p => `${p.file} took more than ${p.limit} MB of memory, and its thread was ended.`,
    hint: 'Split the file if it holds several documents.',
  },
  E_READ_ARCHIVE: {
    message: p => `${p.file} packs ${p.count} documents: ${p.members}.`,
    hint: 'Name one of them behind the path of the archive (`archive.zip/plan.docx`), or ingest them all with `chitieu ingest`.',
  },
  E_READ_TOOL: {
    message: p => `${p.file} can only be read with ${p.tool}, which was not found.`,
    hint: 'Install it (README.md names the package) and try again.',
  },
  E_READ_OUTSIDE: {
    message: p => `${p.file} is a link that leads out of the folder it stands in.`,
    hint: 'Give the file it leads to by its own path, if it is to be read.',
  },
  E_READ_NOTHING: {
    message: p => `${p.path} holds no file to read.`,
    hint: 'Give a folder with documents, or a file.',
  },
  E_QUERY_NO_PROVINCE: {
    message: p =>
      `"${p.province}" is no province's name, neither of the 63 until mid-2025 nor of the 34 since${p.near === '' ? '' : `; near it is ${p.near}`}.`,
    hint: 'Write it as in "Vĩnh Long", with or without diacritics; `chitieu documents` shows the provinces that have documents.',
  },
  E_RULES_INVALID: {
    message: p => `The rule file ${p.file} is not valid: ${p.reason}.`,
    hint: 'rules/README.md describes each kind of rule; `chitieu rules test` checks them all.',
  },
  E_STORE_OPEN: {
    message: p => `The database ${p.file} could not be opened: ${p.reason}.`,
    hint: 'Check the path, its permissions and whether another program holds it, or give another one with --db.',
  },
  E_STORE_MISSING: {
    message: p => `There is no database at ${p.file === '' ? 'an empty path' : p.file}.`,
    hint: 'Run `chitieu ingest PATH` first, or name a database with --db.',
  },
  E_STORE_FAILED: {
    message: p => `The database ${p.file} cannot be used any further: ${p.reason}.`,
    hint: 'Check the free space, the permissions, and whether another program holds it. What was stored is whole, and the same command goes on there.',
  },
  E_STORE_VERSION: {
    message: p => `The database ${p.file} was made by a newer version of chitieu (${p.version}).`,
    hint: 'Update chitieu, or ingest the documents into a new database.',
  },
  E_STORE_URL: {
    message: p => `${p.url} names no database that can be opened.`,
    hint: 'Give the path of a SQLite file with --db, or a PostgreSQL database as postgres://USER@HOST/DATABASE; signs such as / and @ in a password are written %2F and %40.',
  },
  E_STORE_CONNECT: {
    message: p => `The PostgreSQL database ${p.url} does not answer: ${p.reason}.`,
    hint: 'Check that the server runs, and the host, port, user and database of the URL; the password may also stand in PGPASSWORD or ~/.pgpass.',
  },
  E_STORE_EXTENSION: {
    message: p => `The PostgreSQL database ${p.url} lacks the extension unaccent, which full text search needs: ${p.reason}.`,
    hint: 'Let an administrator of the database run `create extension unaccent` in it once (Debian: the package postgresql has it), then try again.',
  },
  E_QUERY_NO_DOCUMENT: {
    message: p => `No document matches "${p.document}".`,
    hint: '`chitieu documents` lists the documents with their numbers and ids.',
  },
  E_QUEUE_DATABASE: {
    message: p => `${p.database} is a SQLite file, which has no queue.`,
    hint: 'Name a PostgreSQL database, with --db postgres://USER@HOST/DATABASE or the variable CHITIEU_DB; on one machine `chitieu ingest` needs no queue.',
  },
  E_QUEUE_DEAD: {
    message: p => `${p.file} was given up after every try: ${p.reason}.`,
    hint: 'Workers crashed or were killed at it: try `chitieu extract` on it, then `chitieu enqueue --failed`.',
  },
  E_QUERY_NO_RUN: {
    message: p => `${p.run} names no run, or several.`,
    hint: '`chitieu runs` lists the runs with their ids; `last` is the latest.',
  },
  E_QUERY_AMBIGUOUS: {
    message: p => `${p.document} matches more than one document: ${p.candidates}.`,
    hint: 'Give the id, which `chitieu documents` lists.',
  },
  E_USAGE: {
    message: p => `${p.reason}`,
    hint: '`chitieu help` lists the commands; `chitieu COMMAND --help` their options.',
  },
  E_EXPORT_WRITE: {
    message: p => `${p.file} could not be written: ${p.reason}.`,
    hint: 'Check the folder given with --out and the free space.',
  },
  E_OUTPUT_WRITE: {
    message: p => `What the command prints could not be written: ${p.reason}.`,
    hint: 'Check the free space where the output goes. What was stored in a database before is whole.',
  },
  E_SERVE_NOT_ALLOWED: {
    message: () => 'This server does not store uploads.',
    hint: 'Start it with `chitieu serve --allow-ingest` to store what is uploaded.',
  },
  E_SERVE_BUSY: {
    message: () => 'Too many questions wait to be answered.',
    hint: 'Ask again in a moment; `chitieu serve` on PostgreSQL answers more at a time.',
  },
  E_SERVE_TOO_MUCH: {
    message: p => `The answer needs more than ${p.limit} MiB of memory.`,
    hint: 'Narrow the question, or ask for a page of it.',
  },
  E_SERVE_LISTEN: {
    message: p => `The address ${p.address} cannot be listened on: ${p.reason}.`,
    hint: 'Choose another port with --port, another address with --host, or stop what uses it.',
  },
  E_SYSTEM_FILES: {
    message: p => `The system lets this process open no further file (${p.code}).`,
    hint: 'Raise the limit of open files, as `ulimit -n 1024` does in a shell, and run the command again.',
  },
  E_INTERNAL: {
    message: p => `${p.file} could not be processed: ${p.reason}.`,
    hint: 'This is a fault of chitieu. Please report it with the file, if it is public.',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorCatalog

/** A file, database or request that cannot be used: permanent code, what happened, and what to do next. */
export class PipelineError extends Error {
  override readonly name = 'PipelineError'
  readonly hint: string

  constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, string>>,
    options?: ErrorOptions,
  ) {
    const entry: ErrorEntry = errorCatalog[code]
    super(entry.message(params), options)
    this.hint = entry.hint
  }
}
