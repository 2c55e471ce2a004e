import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { citationColumns, documentColumns, searchColumns, targetColumns, taskColumns } from '../../export/columns.js'
import { relations } from '../../model/vocabulary.js'
import { findCitations } from '../../query/find-citations.js'
import { findDocuments } from '../../query/find-documents.js'
import { findTargets } from '../../query/find-targets.js'
import { findTasks } from '../../query/find-tasks.js'
import { besideNational, nationalColumns } from '../../query/national-level.js'
import { findProvince } from '../../query/province-filter.js'
import { resolveDocuments } from '../../query/resolve-document.js'
import { searchText } from '../../query/search-text.js'
import { agencyNamed } from '../agency-named.js'
import type { ServeContext } from '../context.js'
import { addListing } from '../http/listing.js'
import {
  citationListingSchema,
  documentListingSchema,
  indicatorListingSchema,
  searchHitSchema,
  targetListingSchema,
  taskListingSchema,
} from '../schemas/listings.js'

const words = z.string().min(1).max(400)
const versions = z.enum(['current', 'all']).default('current').describe('Count the current version of each decree, or all that are stored')
const province = words.optional().describe('A province by its old or present name; also what went into it, and what it went into')

/** The listings of the API; a new one is one call here. */
export function addListings(app: FastifyInstance, { db, rulebook, nationalTargets, indicators }: ServeContext): void {
  const provinceOf = async (name: string | undefined) => (name === undefined ? undefined : findProvince(db, name))
  const documentsOf = async (name: string | undefined) => (name === undefined ? undefined : (await resolveDocuments(db, name)).map(d => d.id))

  addListing(app, {
    url: '/documents',
    name: 'documents',
    about: 'The stored documents, by province in official order, then by date',
    query: { province, type: words.optional(), versions },
    row: documentListingSchema,
    columns: documentColumns,
    find: async ({ type, versions, ...query }, { offset, limit }) => {
      const province = await provinceOf(query.province)
      return { rows: await findDocuments(db, { province, type, allVersions: versions === 'all', limit, offset }), from: offset, notes: province?.notes ?? [] }
    },
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
    find: async ({ role, document, versions, indicator, field, deadline, text, ...query }, { offset, limit }) => {
      const province = await provinceOf(query.province)
      const documents = await documentsOf(document)
      const asked = { indicator, field, deadline, text, province, documents, role: role === 'all' ? undefined : role, allVersions: versions === 'all' }
      const targets = await findTargets(db, { ...asked, limit, offset })
      return { rows: targets.map(target => ({ ...target, ...besideNational(target, nationalTargets) })), from: offset, notes: province?.notes ?? [] }
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
    find: async ({ from, to, type, relation, versions }, { offset, limit }) => ({
      rows: await findCitations(db, { to, type, relation, from: await documentsOf(from), allVersions: versions === 'all', limit, offset }),
      from: offset,
    }),
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
    find: async ({ due, kind, versions, ...query }, { offset, limit }) => {
      const province = await provinceOf(query.province)
      const agency = query.agency === undefined ? undefined : agencyNamed(rulebook, query.agency)
      const rows = await findTasks(db, { province, agency, due, kind, allVersions: versions === 'all', limit, offset })
      return { rows, from: offset, notes: [...(province?.notes ?? []), ...(agency?.notes ?? [])] }
    },
  })

  addListing(app, {
    url: '/search',
    name: 'search',
    about: 'Full text search, with or without diacritics, best first',
    query: { q: words.describe('Words of the text'), versions },
    row: searchHitSchema,
    columns: searchColumns,
    find: async ({ q, versions }, { end }) => ({ rows: (await searchText(db, q, end, { allVersions: versions === 'all' })).hits }),
  })

  addListing(app, {
    url: '/indicators',
    name: 'indicators',
    about: 'The catalogue, each entry with the targets, results and provinces that stand behind it',
    query: {},
    row: indicatorListingSchema,
    columns: ['id', 'field', 'name', 'unit', 'better', 'targets', 'results', 'provinces'],
    find: async () => ({ rows: await indicators() }),
  })
}
