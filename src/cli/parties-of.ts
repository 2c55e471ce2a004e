import type { Kysely } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { findDocuments } from '../query/find-documents.js'
import type { Party } from '../query/find-shared-works.js'
import { findProvince } from '../query/province-filter.js'
import { resolveDocuments } from '../query/resolve-document.js'
import type { ReadDatabase } from '../store/schema.js'
import { type Call, usageError } from './command.js'

/** The provinces and documents that an option names, comma between; throws `E_USAGE` where fewer than two stand or a name is neither. */
export async function partiesOf(call: Call, db: Kysely<ReadDatabase>, option: string): Promise<Party[]> {
  const names = (call.text(option) ?? '')
    .split(/[,;]/)
    .map(name => name.trim())
    .filter(Boolean)
  if (new Set(names).size < 2) throw usageError(`--${option} takes two or more provinces or documents, comma between: "Hà Tĩnh,Huế".`)
  const parties: Party[] = []
  for (const name of new Set(names)) parties.push((await provinceParty(call, db, name)) ?? (await documentParty(db, name, option)))
  return parties
}

async function provinceParty(call: Call, db: Kysely<ReadDatabase>, name: string): Promise<Party | null> {
  try {
    const province = await findProvince(db, name)
    province.notes.forEach(call.note)
    const documents = await findDocuments(db, { province })
    if (documents.length === 0) call.note(`${name} has no document here.`)
    return { name, documents: documents.map(d => d.id) }
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'E_QUERY_NO_PROVINCE') return null
    throw error
  }
}

async function documentParty(db: Kysely<ReadDatabase>, name: string, option: string): Promise<Party> {
  try {
    return { name, documents: (await resolveDocuments(db, name)).map(d => d.id) }
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'E_QUERY_NO_DOCUMENT')
      throw usageError(`--${option}: ${name} is neither a province nor a document that is stored.`)
    throw error
  }
}
