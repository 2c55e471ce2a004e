import type { SchemaNotes } from './schema-notes.js'

type WorkTables = 'work_name' | 'registry_document' | 'v_candidates' | 'v_work_readings' | 'v_work_identity' | 'v_law_numbers' | 'v_document_works'

/** Notes of the tables and views that tell which work a mention can mean. */
export const workNotes: Pick<SchemaNotes, WorkTables> = {
  work_name: {
    about: 'The numbers of laws by their names, where a text prints both.',
    columns: { name_key: 'The name, folded', dated: 'Date that the text gives it, or the year in its number', work_id: 'The numbered work' },
  },
  registry_document: {
    about: 'Documents known beforehand, from the rules. A recalled one may suggest what a mention means and never settles it.',
    columns: {
      id: 'Place in the registry',
      work_id: 'The work, as in work.id',
      family: 'As in work',
      symbol: 'As in work',
      dated: 'As in work',
      province: 'As in work',
      type: 'Document type',
      number: 'Number and symbol',
      number_key: 'The same in lower case, letters without diacritics and digits only',
      name_key: 'The name of a law, folded',
      issuer: 'Issuing body',
      date: 'ISO date',
      title: 'What it is about',
      confidence: '`confirmed`: seen in the source; `recalled`: from memory',
      source: 'Where it was seen',
    },
  },
  v_candidates: {
    about:
      'The works that a mention can mean: those that its document states, else those that the other documents state, else those of the registry; none that is later than the document.',
    columns: {
      citation_id: 'The mention',
      document_id: 'The document it stands in',
      work_id: 'A work it can mean, as in work.id or registry_document.work_id',
      found_in: '`document`, `corpus` or `registry`',
      confidence: 'Of the registry: `confirmed` or `recalled`',
    },
  },
  v_work_readings: {
    about: 'The works that a work, as far as a mention states it, can be.',
    columns: {
      stated_id: 'The work as stated',
      work_id: 'A work it can be',
      dated: 'Time of that work',
      province: 'Its province',
      family: 'Family of the stated work',
      found_in: '`document` or `registry`',
      confidence: 'Of the registry: `confirmed` or `recalled`',
    },
  },
  v_work_identity: {
    about: 'Exact works; a law known by name and day is the numbered law of that name and day, where exactly one is known.',
    columns: { id: 'The work', identity_id: 'The numbered work that it is, else itself' },
  },
  v_law_numbers: {
    about: 'The numbers of laws by name and time, as documents print them and as the registry confirms them.',
    columns: { name_key: 'The name, folded', dated: 'Date or year', work_id: 'The numbered work', found_in: '`document` or `registry`' },
  },
  v_document_works: {
    about: 'The works that a document states wholly: those it cites and itself.',
    columns: { document_id: 'The document', work_id: 'The work' },
  },
}
