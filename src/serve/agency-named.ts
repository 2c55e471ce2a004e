import { type AgencyFilter, agencyFilter } from '../query/agency-filter.js'
import type { Rulebook } from '../rulebook/rulebook.js'

/** A body of the rules' gazetteer by any of its names. */
export const agencyNamed = (rulebook: Rulebook, name: string): AgencyFilter =>
  agencyFilter(
    rulebook.tables('agencies').flatMap(file => file.entries),
    name,
  )
