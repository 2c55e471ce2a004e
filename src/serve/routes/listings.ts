import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { citationColumns, documentColumns, searchColumns, targetColumns, taskColumns } from '../../export/columns.js'
import { relations } from '../../model/vocabulary.js'
import { nationalColumns } from '../../query/national-level.js'
import type { ServeContext } from '../context.js'
import { addListing, versions } from '../http/listing.js'
import {
  citationListingSchema,
  documentListingSchema,
  indicatorListingSchema,
  searchHitSchema,
  targetListingSchema,
  taskListingSchema,
} from '../schemas/listings.js'

const words = z.string().min(1).max(400)
const province = words.optional().describe('A province by its old or present name; also what went into it, and what it went into')

/** The listings of the API; a new one is one call here. */
export function addListings(app: FastifyInstance, { ask }: ServeContext): void {
  addListing(app, {
    url: '/documents',
    name: 'documents',
    about: 'The stored documents, by province in official order, then by date',
    query: { province, type: words.optional(), versions },
    row: documentListingSchema,
    columns: documentColumns,
    find: ({ versions, type, province }, page) => ask('documents', { type, province, allVersions: versions === 'all', page }),
  })

  addListing(app, {
    url: '/targets',
    name: 'targets',
    about: 'Targets, results and figures of context, each beside the national level where there is one',
    query: {
      province,
      indicator: words.optional().describe('Id of a catalogue entry, or words of its name'),
      field: words.optional(),
      deadline: words.optional().describe('A year, date, quarter or interval; a year finds all that ends in it'),
      role: z.enum(['target', 'result', 'context', 'all']).default('target'),
      text: words.optional().describe('Words of the sentence, with or without diacritics'),
      document: words.optional().describe('Number, id or file of a document'),
      versions,
    },
    row: targetListingSchema,
    columns: [...targetColumns, ...nationalColumns],
    find: ({ role, versions, indicator, field, deadline, text, province, document }, page) => {
      const asked = { indicator, field, deadline, text, province, document, allVersions: versions === 'all' }
      return ask('targets', { ...asked, role: role === 'all' ? undefined : role, page })
    },
  })

  addListing(app, {
    url: '/citations',
    name: 'citations',
    about: 'Who cites what',
    query: {
      to: words.optional().describe('The cited document: its number in any spelling, or words of its name'),
      from: words.optional().describe('The citing document'),
      type: words.optional(),
      relation: z.enum(relations).optional(),
      versions,
    },
    row: citationListingSchema,
    columns: citationColumns,
    find: ({ from, to, type, relation, versions }, page) => ask('citations', { from, to, type, relation, allVersions: versions === 'all', page }),
  })

  addListing(app, {
    url: '/tasks',
    name: 'tasks',
    about: 'Assigned tasks, of tables and of prose: who leads, who supports, by when',
    query: {
      province,
      agency: words.optional().describe('A body that leads or supports, by any of its names; also what it took over, and what took it over'),
      due: words.optional().describe('A year, quarter, month or date'),
      kind: z.enum(['table', 'assignment']).optional(),
      versions,
    },
    row: taskListingSchema,
    columns: taskColumns,
    find: ({ province, agency, due, kind, versions }, page) => ask('tasks', { province, agency, due, kind, allVersions: versions === 'all', page }),
  })

  addListing(app, {
    url: '/search',
    name: 'search',
    about: 'Full text search, with or without diacritics, best first',
    query: { q: words.describe('Words of the text'), versions },
    row: searchHitSchema,
    columns: searchColumns,
    find: ({ q, versions }, page) => ask('search', { words: q, allVersions: versions === 'all', page }),
  })

  addListing(app, {
    url: '/indicators',
    name: 'indicators',
    about: 'The catalogue, each entry with the targets, results and provinces that stand behind it',
    query: {},
    row: indicatorListingSchema,
    columns: ['id', 'field', 'name', 'unit', 'better', 'targets', 'results', 'provinces'],
    find: () => ask('indicators', {}),
  })
}
