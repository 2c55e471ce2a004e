import { type RawBuilder, sql } from 'kysely'

/** That no stored document mentions a row of `work`, nor is it. */
export const isIdleWork: RawBuilder<boolean> = sql<boolean>`not exists (select 1 from citation where citation.work_id = work.id)
  and not exists (select 1 from document where document.work_id = work.id)`
