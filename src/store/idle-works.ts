import { type RawBuilder, sql } from 'kysely'

/** That no stored document mentions a row of `work`, nor is it. */
export const isIdleWork: RawBuilder<boolean> = sql<boolean>`not exists (select 1 from citation where citation.work_id = work.id)
  and not exists (select 1 from document where document.work_id = work.id)`

/** That a citation that gives a law its name is of the day, or without one of the year, that a row of `work_name` says. */
export const isCalledOnItsDay: RawBuilder<boolean> = sql<boolean>`(cast(citation.date as text) = work_name.dated
  or (citation.date is null and length(work_name.dated) = 4))`
