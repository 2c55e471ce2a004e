import type { SchemaNotes } from './schema-notes.js'

/** The notes of the tables that tell what became of files. */
export const ledgerNotes = {
  source_file: {
    about:
      'The ledger of ingestion: every file that was read and what became of it. `document_id` of a failed file is the document that an earlier state of the file gave.',
    columns: {
      path: 'Absolute path',
      file: 'As the user named it',
      document_id: 'The document it holds',
      sha256: 'SHA-256 of its bytes when it was stored',
      status: '`stored` or `failed`',
      code: 'Error code of a failure',
      message: 'What happened',
      hint: 'What to do',
    },
  },
  document_history: {
    about: 'Documents whose file now holds other bytes, or is gone. Their rows are gone; these remain.',
    columns: {
      id: 'Running number',
      path: 'The file',
      document_id: 'Id of the document it held',
      number: 'Its number',
      sha256: 'SHA-256 of its bytes',
      rulebook_hash: 'Rules it had been extracted by',
      extractor_version: 'Version that had extracted it',
      replaced_by: 'Id of the document the file held next; null when the file was removed',
    },
  },
  run: {
    about: 'A run of a command that takes documents in, on one machine.',
    columns: {
      id: 'Id; runs sort by their beginning',
      command: '`ingest`, `watch`, `retry`, `worker`',
      host: 'The machine',
      process: 'The process on it',
      started_at: 'When it began, ISO 8601 in UTC',
      ended_at: 'When it ended; null while it works, and of one that was killed',
    },
  },
  run_file: {
    about:
      'What a run did with one input. `source_file` has the latest state of a file, this table all of them; rows of old runs may be deleted (`delete from run`).',
    columns: {
      id: 'Running number',
      run_id: 'The run',
      path: 'The file, absolute',
      file: 'The file, as the user named it',
      outcome:
        '`stored`, `replaced` (the file held another document before), `unchanged`, `failed`, `skipped`, `removed` (the file is gone, and its document with it)',
      code: 'Permanent code of a failure',
      message: 'What happened; why it was skipped',
      hint: 'What to do',
      document_id: 'The document, also when it is gone by now',
      noted_at: 'When, ISO 8601 in UTC',
    },
  },
} as const satisfies Pick<SchemaNotes, 'source_file' | 'document_history' | 'run' | 'run_file'>
