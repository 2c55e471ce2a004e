import { ledgerNotes } from './ledger-notes.js'
import { citationNotes, evidence, json, targetNotes } from './record-notes.js'
import type { ReadDatabase } from './schema.js'
import { workNotes } from './work-notes.js'

export interface TableNote<T> {
  readonly about: string
  readonly columns: { readonly [C in keyof T]: string }
}

/** What every table, view and column holds: docs/schema.md is made of it, and the compiler asks for each column. */
export type SchemaNotes = { readonly [T in keyof ReadDatabase]: TableNote<ReadDatabase[T]> }

const placed = {
  id: "Id: the document's id, a letter for the kind, and the place in order",
  document_id: 'The document it stands in',
  section_id: 'The section it stands in',
  section: 'Path of that section',
  ordinal: 'Place in the order of the extraction, from 0',
  quote: 'The words, as the text prints them',
  span_start: 'First UTF-16 unit of the quote in document.text',
  span_end: 'Unit after its last',
  rule: 'Id of the rule that found it',
} as const

const sighted = {
  page: 'Page of a paged source that the quote begins on',
  doubtful: '1 when it rests on words that were recognised with low confidence',
} as const

const listed = { sort_key: 'What listings sort by: code of the province, day, document' } as const

const ofDocument = {
  document_id: 'The document it stands in',
  document: "That document's number",
  document_type: 'Its type',
  document_date: 'Its date',
  province_code: 'Code of its province',
  province: 'Its province, by the name of its time',
  province_now: 'What that province is part of today',
} as const

export const schemaNotes: SchemaNotes = {
  document: {
    about: 'A decree: what it says of itself, its full text, and what it was extracted by.',
    columns: {
      id: 'First 16 hexadecimal digits of the SHA-256 of its bytes',
      sha256: 'SHA-256 of the bytes',
      file: 'The file it was first read from, as the user named it',
      format: '`text`, `markdown`, …',
      encoding: 'Encoding of the bytes',
      reader: 'What made the text: `text`, `html`, `mammoth`, `odt`, `pdf-parse`, `tesseract`, …',
      site_metadata: `What a law site says of the document in a block of its own, ${json}`,
      number: 'Number and symbol as the header prints them',
      number_key: 'The same in lower case, letters without diacritics and digits only',
      type: 'Document type: `Quyết định`',
      title: 'What it is about (trích yếu)',
      issuer: 'Issuing body',
      province_code: 'Code of its province at its date; seven codes changed their meaning on 2025-07-01',
      province: 'Its province, by the name of its time',
      province_now: 'What that province is part of today',
      place: 'Place before the date',
      date: 'ISO date',
      effective_date: 'Day from which it has effect',
      signer: 'Who signed',
      signer_title: 'In which office',
      period: 'The years it is for: `2021/2025`',
      recipients: `Lines of "Nơi nhận", ${json}`,
      attachments: `What is issued with it, ${json}`,
      evidence,
      work_id: 'The document as a work that others cite',
      identity:
        'Equal for all versions of one decree: work, issuer and type, folded; null where one of them, or the year that identifies the work, is not known',
      current: '1 for the version that counts: listings and views leave out the others',
      text: 'The full text; every span points into it',
      pages: `Pages of a paged source, ${json}`,
      rulebook_hash: 'SHA-256 of the rules it was extracted by',
      extractor_version: 'Version of chitieu that extracted it',
    },
  },
  ...ledgerNotes,
  section: {
    about: 'A heading and its place in the tree.',
    columns: {
      id: placed.id,
      document_id: placed.document_id,
      ordinal: placed.ordinal,
      no: 'Number of the section within its document',
      parent_no: 'That number of the section above',
      kind: '`phan`, `chuong`, `muc`, `tieu-muc`, `dieu`, `khoan`, `diem`, `phu-luc`, `chu-hoa`, `la-ma`, `so`',
      label: 'As printed: `III`, `2.1`, `Điều 1`',
      title: 'Its title',
      path: 'Labels from the root, `/` between',
      depth: 'Depth in the tree',
      span_start: 'First unit of the heading',
      span_end: 'Unit after its last',
    },
  },
  target: {
    about: 'A measured value with its meaning.',
    columns: { ...placed, ...sighted, ...listed, province: 'Province of the document, as the document calls it', ...targetNotes },
  },
  work: {
    about: 'The identity of a cited document. Not exact where a mention leaves out the year or province that identity needs; such a work has `?` in its id.',
    columns: {
      id: 'Family, symbol and what else identifies it, `|` between',
      family: '`normative`, `individual`, `party`, `standard`, `named`',
      symbol: 'Number and symbol in capitals, or the folded name',
      dated: 'Year, Party term, or whole date of a law known by name',
      province: 'Folded name of the province whose body numbered it',
      exact: '1 when nothing that identity needs is missing',
    },
  },
  citation: {
    about: 'A mention of another document.',
    columns: {
      ...placed,
      ...sighted,
      ...listed,
      ...citationNotes,
      name_key: 'The name of a law or of what has no number, folded; of a numbered law the name printed with the number',
    },
  },
  task: {
    about: 'An assigned task: a row of an assignment table, or an item of prose that assigns.',
    columns: {
      ...placed,
      ...listed,
      kind: '`table` is a row of an assignment table, `assignment` an item of prose',
      task_group: 'Group of rows it stands under',
      no: 'Number in the table',
      task: 'What is to be done',
      lead: 'Who leads',
      support: 'Who supports',
      due: 'By when, as printed',
      due_date: 'By when, as date, quarter or interval',
      due_end: 'The end of that time, for comparing',
      product: 'What is to come of it',
      note: 'Remark',
      role: 'What the body does in an item of prose: `chủ trì`, `phối hợp`, `tham mưu`, `hướng dẫn`, `theo dõi`, `thực hiện`',
      body_words: 'Who leads and supports, folded words',
    },
  },
  agency: {
    about: 'A mention of a body.',
    columns: {
      ...placed,
      name: 'Its name, written out',
      agency: 'Its id in the gazetteer',
      level: '`trung ương`, `tỉnh`, `huyện`, `xã`',
      province: 'Its province',
      name_words: 'Its name, folded words',
      quote_words: 'The same of the quote',
      duty: 'What the words around it say it does: `chủ trì`, `phối hợp`, `tham mưu`, `chịu trách nhiệm`',
    },
  },
  cross_reference: {
    about: 'A place where a document points at itself: "khoản 2 Điều 5", "Quyết định này".',
    columns: {
      ...placed,
      pinpoint: 'The steps as printed',
      host: 'What is pointed into',
      targets: `The sections that are meant, by number and path, ${json}`,
      part: 'The part that is meant: 0 is the document itself, then what was issued with it',
      resolved: '1 when the place was found on the tree',
    },
  },
  abbreviation: {
    about: 'A short form that a document declares: "(sau đây viết tắt là CCHC)".',
    columns: {
      ...placed,
      short: 'The short form, as printed',
      meaning: 'The words it stands for, where the text tells where they begin',
      work_number: 'Number-symbol of the cited document it stands for',
      uses: `Places where a short form of a cited document is used again, ${json}`,
      evidence,
    },
  },
  diagnostic: {
    about: 'Something odd but usable that a stage saw in a document.',
    columns: {
      id: placed.id,
      document_id: placed.document_id,
      ordinal: placed.ordinal,
      code: 'Permanent code',
      severity: '`error`, `warning`, `info`',
      message: 'What was seen',
      span_start: 'First unit of the place',
      span_end: 'Unit after its last',
    },
  },
  passage: {
    about:
      'A piece of text that search answers with. The table `passage_fts` (FTS5) indexes `folded`; ask it with folded words. `passage_pairs_fts` (FTS5) has pairs of neighbouring words (`"cai_cach"`), by which phrases are found. Rows of a transaction are indexed at its end; another program can remove rows, which leave the indexes, but insert none: triggers ask for functions that this program alone has.',
    columns: {
      id: 'Running number',
      document_id: placed.document_id,
      section_id: placed.section_id,
      ordinal: placed.ordinal,
      span_start: 'First unit of the passage in document.text',
      span_end: 'Unit after its last',
      folded: 'The passage in lower case without diacritics, đ as d',
    },
  },
  target_words: {
    about: 'Words of the sentences of targets. The table `target_words_fts` (FTS5) indexes `folded`.',
    columns: { id: 'Running number', target_id: 'The target', folded: 'Statement and subject, folded words' },
  },
  province: {
    about: 'Provinces in time, from the rules: 63 stood until 2025-06-30, 34 stand since.',
    columns: {
      id: 'Code and first day',
      code: 'Code; the same one may mean another province before and after 2025-07-01',
      name: 'Name',
      unit: '`tỉnh` or `thành phố`',
      aliases: `Other spellings, ${json}`,
      valid_from: 'First day, null before the time that matters',
      valid_to: 'Last day, null while it stands',
      successor: "Code of today's province that it went into",
      predecessors: `Codes of the provinces that went into it, ${json}`,
    },
  },
  indicator: {
    about: 'The catalogue of indicators, from the rules.',
    columns: { id: 'Id', field: 'Field of work', name: 'Name', unit: 'Unit it is measured in', better: '`higher`, `lower` or `neutral`: which way is good' },
  },
  v_targets: {
    about: 'Targets, results and contexts of the current versions with their documents, flat.',
    columns: {
      id: placed.id,
      ...ofDocument,
      document_title: 'Its title',
      ...targetNotes,
      indicator_name: 'Name of that entry',
      quote: placed.quote,
      span_start: placed.span_start,
      span_end: placed.span_end,
      ...sighted,
      rule: placed.rule,
      ordinal: placed.ordinal,
    },
  },
  v_citations: {
    about:
      'Citations of the current versions with their documents, flat. A mention that leaves out year, province or number is resolved to the one work that fits among those its document states, else among all, else in the registry; it stays null when several fit (v_candidates has them).',
    columns: {
      id: placed.id,
      ...ofDocument,
      ...citationNotes,
      resolved_work_id: 'The one work it can mean',
      cited_document_id: 'That work as a stored document',
      quote: placed.quote,
      span_start: placed.span_start,
      span_end: placed.span_end,
      ...sighted,
      rule: placed.rule,
      ordinal: placed.ordinal,
    },
  },
  ...workNotes,
}
