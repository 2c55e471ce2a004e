import type { CitationListing } from '../query/find-citations.js'
import type { DocumentListing } from '../query/find-documents.js'
import type { TargetListing } from '../query/find-targets.js'
import type { TaskListing } from '../query/find-tasks.js'
import type { SearchHit } from '../query/search-text.js'

type Columns<R> = readonly (keyof R & string)[]

// The order of the columns in CSV and XLSX. JSON has the same names, spans as objects.
export const documentColumns: Columns<DocumentListing> = [
  'id', 'document', 'type', 'title', 'issuer', 'province', 'provinceNow', 'date', 'period', 'file', 'targets', 'results', 'citations', 'tasks', 'diagnostics',
]
export const targetColumns: Columns<TargetListing> = [
  'document', 'province', 'provinceNow', 'section', 'role', 'subject', 'comparator', 'value', 'valueMax', 'unit', 'unitNoun', 'denominator', 'change', 'deadline',
  'deadlineSource', 'recurrence', 'levels', 'baseline', 'hedged', 'indicator', 'indicatorName', 'indicatorScore', 'field', 'statementText', 'quote', 'documentType',
  'documentDate', 'documentId', 'id', 'span', 'statement', 'evidence', 'rule',
]
export const citationColumns: Columns<CitationListing> = [
  'document', 'province', 'provinceNow', 'section', 'relation', 'type', 'canonical', 'repaired', 'repairReason', 'name', 'date', 'dateSource', 'issuer', 'pinpoint',
  'self', 'work', 'resolvedWork', 'citedDocumentId', 'quote', 'documentDate', 'documentId', 'id', 'span', 'keySpan', 'evidence', 'rule',
]
export const taskColumns: Columns<TaskListing> = [
  'document', 'province', 'provinceNow', 'section', 'group', 'no', 'task', 'lead', 'support', 'due', 'dueDate', 'product', 'note', 'quote', 'documentId', 'id', 'span', 'rule',
]
export const searchColumns: Columns<SearchHit> = ['document', 'province', 'provinceNow', 'section', 'snippet', 'quote', 'documentId', 'span']
