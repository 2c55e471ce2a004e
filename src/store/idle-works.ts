import { type RawBuilder, sql } from 'kysely'

/** That no stored document mentions a row of `work`, nor is it. */
export const isIdleWork: RawBuilder<boolean> = sql<boolean>`not exists (select 1 from citation where citation.work_id = work.id)
  and not exists (select 1 from document where document.work_id = work.id)`

/** That no citation calls a law by the name of a row of `work_name`, on the day, or without one in the year, that the row says. */
export const isIdleName: RawBuilder<boolean> = sql<boolean>`not exists (select 1 from citation
  where citation.work_id = work_name.work_id and citation.name_key = work_name.name_key
    and (cast(citation.date as text) = work_name.dated or (citation.date is null and length(work_name.dated) = 4)))`
