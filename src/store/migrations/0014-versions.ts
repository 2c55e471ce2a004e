import { runStatements } from './run-statements.js'
import { versionViews } from './version-views.js'

/** Versions of one decree, the one that counts first. */
const byRank = `case when format = 'ocr' then 1 else 0 end, case when date is null then 1 else 0 end, date desc,
  (select count(*) from target r where r.document_id = document.id) + (select count(*) from citation r where r.document_id = document.id)
    + (select count(*) from task r where r.document_id = document.id) desc,
  length(text) desc, id`

/** A body in one spelling: written out or short, and the chair for the committee. */
const foldedIssuer = "trim(replace(replace(replace(vn_words(issuer), ' chu tich ', ' '), ' uy ban nhan dan ', ' ubnd '), ' hoi dong nhan dan ', ' hdnd '))"

const statements = [
  'alter table document add column identity text',
  'alter table document add column current integer not null default 1',
  `update document set identity = work_id || '|' || ${foldedIssuer} || '|' || trim(vn_words(type))
    where issuer is not null and type is not null and work_id in (select id from work where exact = 1)`,
  'create index document_identity on document(identity) where identity is not null',
  'create index document_superseded on document(id) where current = 0',
  `update document set current = 0 where id in (
    select id from (select id, row_number() over (partition by identity order by ${byRank}) as place from document where identity is not null) ranked where place > 1)`,

  ...versionViews(table => `${table}.current = 1`),
]

/** Which stored sources are the same decree, and which of them counts. */
export const versions = runStatements(statements)
