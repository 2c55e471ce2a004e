/** That a row of `document`, by the name its table has there, is the current version of its decree. */
type IsCurrent = (table: string) => string

/** Whether a law's date or year, as one text states it, agrees with another's; a year agrees with each day in it. */
const agrees = (a: string, b: string): string => `(${a} is null or ${a} = ${b} or substr(${a}, 1, 4) = ${b} or ${a} = substr(${b}, 1, 4))`

/** Whether a work `x` fits what a mention states of a work `w`: nothing that both state may differ. */
const fits = `x.symbol = w.symbol and x.family = w.family and (w.province is null or x.province = w.province)
  and (w.dated is null or w.dated = x.dated or (w.family = 'named' and ${agrees('w.dated', 'x.dated')}))`

/** Whether a current version cites the work `x`, or is it. */
const isKnown = (
  isCurrent: IsCurrent,
): string => `(exists (select 1 from citation m join document h on h.id = m.document_id where m.work_id = x.id and ${isCurrent('h')})
  or exists (select 1 from document h where h.work_id = x.id and ${isCurrent('h')}))`

/** Whether a current version prints the name of `n` with its number. */
const isNamed = (isCurrent: IsCurrent): string =>
  `exists (select 1 from citation m join document h on h.id = m.document_id where m.name_key = n.name_key and m.work_id = n.work_id and ${isCurrent('h')})`

/** The views in which versions count; each is made after those it asks. */
const views = ['v_targets', 'v_citations', 'v_candidates', 'v_document_works', 'v_work_readings', 'v_work_identity', 'v_law_numbers']

/** Makes the views anew. How a version is told to be the current one is left to the migration, since that is what one of them mends. */
export const versionViews = (isCurrent: IsCurrent): readonly string[] => [
  ...views.map(view => `drop view ${view}`),
  `create view v_law_numbers as
    select n.name_key, n.dated, n.work_id, 'document' as found_in from work_name n where ${isNamed(isCurrent)}
    union all
    select name_key, date, work_id, 'registry' from registry_document where name_key is not null and confidence = 'confirmed'`,
  `create view v_work_identity as
    select w.id, case when w.family = 'named' then coalesce(
        (select case when count(distinct n.work_id) = 1 then min(n.work_id) end from v_law_numbers n where n.name_key = w.symbol and ${agrees('w.dated', 'n.dated')}), w.id)
      else w.id end as identity_id
    from work w where w.exact = 1`,
  // What only another reading of a decree states is no evidence of what a mention means.
  `create view v_work_readings as
    select i.id as stated_id, i.identity_id as work_id, w.dated, w.province, w.family, 'document' as found_in, null as confidence from v_work_identity i join work w on w.id = i.id
    union all
    select w.id, i.identity_id, x.dated, x.province, x.family, 'document', null
      from work w join work x on ${fits} join v_work_identity i on i.id = x.id where w.exact = 0 and x.exact = 1 and ${isKnown(isCurrent)}
    union all
    select w.id, n.work_id, n.dated, null, w.family, 'document', null from work w join work_name n on n.name_key = w.symbol and ${agrees('w.dated', 'n.dated')}
      where w.exact = 0 and w.family = 'named' and ${isNamed(isCurrent)}
    union all
    select w.id, x.work_id, x.dated, x.province, x.family, 'registry', x.confidence from work w join registry_document x on ${fits} where w.exact = 0
    union all
    select w.id, x.work_id, x.date, null, w.family, 'registry', x.confidence from work w join registry_document x on x.name_key = w.symbol and ${agrees('w.dated', 'x.date')}
      where w.exact = 0 and w.family = 'named'`,
  `create view v_document_works as
    select c.document_id, i.identity_id as work_id from citation c join v_work_identity i on i.id = c.work_id
    union all
    select d.id, d.work_id from document d where d.work_id is not null`,
  `create view v_candidates as
    select citation_id, document_id, work_id, case place when 1 then 'document' when 2 then 'corpus' else 'registry' end as found_in, confidence from (
      select k.*, min(k.place) over (partition by k.citation_id) as nearest from (
        select distinct c.id as citation_id, c.document_id, r.work_id, r.confidence,
          case when r.found_in = 'registry' then 3
            when exists (select 1 from v_document_works m where m.document_id = c.document_id and m.work_id = r.work_id) then 1
            else 2 end as place
        from citation c join document d on d.id = c.document_id join work w on w.id = c.work_id join v_work_readings r on r.stated_id = c.work_id
        where w.exact = 1 or (
          (r.family = 'party' or r.dated is null or d.date is null or substr(r.dated, 1, 4) <= substr(cast(d.date as text), 1, 4))
          and (r.province is null or w.province is not null
            or exists (select 1 from v_document_works m where m.document_id = c.document_id and m.work_id = r.work_id)))) k) ranked
    where place = nearest`,
  `create view v_citations as
    select r.*, (select min(cited.id) from document cited where cited.work_id = r.resolved_work_id and ${isCurrent('cited')}) as cited_document_id
    from (
      select c.id, c.document_id, d.number as document, d.type as document_type, d.date as document_date, d.province_code, d.province, d.province_now,
        c.section, c.relation, c.type, c.canonical, c.canonical_key, c.repaired, c.repaired_key, c.repair_reason, c.name, c.date, c.date_source, c.issuer, c.pinpoint, c.self, c.work_id,
        case when w.exact = 1 and w.family <> 'named' then w.id
          else (select case when count(*) = 1 and coalesce(min(k.confidence), 'confirmed') = 'confirmed' then min(k.work_id) end
            from v_candidates k where k.citation_id = c.id) end as resolved_work_id,
        c.quote, c.span_start, c.span_end, c.page, c.doubtful, c.key_start, c.key_end, c.evidence, c.rule, c.ordinal
      from citation c join document d on d.id = c.document_id left join work w on w.id = c.work_id where ${isCurrent('d')}) r`,
  `create view v_targets as
    select t.id, t.document_id, d.number as document, d.type as document_type, d.title as document_title, d.date as document_date,
      d.province_code, d.province, d.province_now, t.section, t.role, t.subject, t.comparator, t.value, t.value_max, t.unit, t.unit_noun, t.denominator,
      t.per, t.out_of, t.change, t.deadline, t.deadline_end, t.deadline_source, t.recurrence, t.levels, t.baseline, t.place, t.exception, t.hedged,
      t.indicator, t.indicator_score, i.name as indicator_name, t.field, t.statement, t.quote, t.span_start, t.span_end, t.page, t.doubtful,
      t.statement_start, t.statement_end, t.evidence, t.rule, t.ordinal
    from target t join document d on d.id = t.document_id left join indicator i on i.id = t.indicator where ${isCurrent('d')}`,
]
