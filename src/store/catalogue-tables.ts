/** What of provinces and indicators the rules put into a database. */
export interface ProvinceTable {
  id: string
  code: string
  name: string
  unit: string
  aliases: string
  valid_from: string | null
  valid_to: string | null
  successor: string | null
  predecessors: string
}

export interface IndicatorTable {
  id: string
  field: string | null
  name: string
  unit: string | null
  better: string | null
}
