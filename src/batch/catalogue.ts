import type { Rulebook } from '../rulebook/rulebook.js'
import type { ProvincePeriod } from '../store/province-time.js'
import type { KnownDocument } from '../store/registry-rows.js'
import type { Catalogue, IndicatorEntry } from '../store/write-catalogue.js'

/** The provinces of the rulebook. */
export const provincesOf = (rulebook: Rulebook): ProvincePeriod[] => rulebook.tables('provinces').flatMap(file => file.entries)

/** The indicator catalogue of the rulebook. */
export const indicatorsOf = (rulebook: Rulebook): IndicatorEntry[] =>
  rulebook.tables('indicators').flatMap(({ field, entries }) => entries.map(({ id, name, unit, better }) => ({ id, field, name, unit, better })))

/** The documents that the rulebook knows beforehand, of the program's and the user's files. */
const registryOf = (rulebook: Rulebook): KnownDocument[] => rulebook.tables('registry').flatMap(file => file.entries)

/** All that the rulebook puts into the database beforehand. */
export const catalogueOf = (rulebook: Rulebook): Catalogue => ({
  provinces: provincesOf(rulebook),
  indicators: indicatorsOf(rulebook),
  registry: registryOf(rulebook),
})
