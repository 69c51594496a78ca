-- name: patience
-- looks through tables from end to end
select set_config('statement_timeout', '300s', true)

-- name: people
-- carried by prospect_alias_to: who was merged into whom
with recursive person (id) as (
  select :id::uuid
  union
  select a.id from person p join prospect_alias a on a.workspace_id = :ws and a.to_id = p.id)
select id from person

-- name: addresses
-- carried by prospect's and tombstone's primary keys, mutation_log_entity and email_prospect: all that
-- the person ever had
select p.email as address from prospect p where p.workspace_id = :ws and p.id = any(:people::uuid[])
union
select t.doc ->> 'email' from tombstone t
where t.workspace_id = :ws and t.entity = 'prospect' and t.id = any(:people::uuid[])
union
select v.address from mutation_log l
cross join lateral (values
  (l.body #>> '{fields,email}'), (l.body #>> '{set,email,now}'),
  (case when jsonb_typeof(l.body #> '{set,email,was}') = 'string'
     then l.body #>> '{set,email,was}' end)) v (address)
where l.workspace_id = :ws and l.entity_id = any(:people::uuid[])
  and l.outcome in ('APPLIED', 'MERGED')
union
select e.to_email from email e where e.workspace_id = :ws and e.prospect_id = any(:people::uuid[])

-- name: ofSomebodyElse
-- carried by prospect_email
select email_key from prospect
where workspace_id = :ws and email_key = any(:keys::text[]) and id <> all(:people::uuid[])

-- name: mails
-- carried by email_prospect and email_to_address
select id, status from email where workspace_id = :ws and prospect_id = any(:people::uuid[])
union
select id, status from email
where workspace_id = :ws and prospect_id is null and lower(to_email) = any(:keys::text[])

-- name: letters
-- carried by mutation_log_of_letters: drafts and tasks that were about them, also those that are gone
select distinct entity_id as id from mutation_log
where workspace_id = :ws and entity in ('email_draft', 'task') and entity_id is not null
  and (body #>> '{fields,prospectId}' = any(:names::text[])
    or body #>> '{set,prospectId,now}' = any(:names::text[]))

-- name: suppressions
-- carried by suppression_address
select id, address_key from suppression
where workspace_id = :ws and address_key = any(:keys::text[])

-- name: owners
-- carried by stream's primary key
select owner from stream where workspace_id = :ws and owner <> workspace_id order by owner

-- name: drafts
-- carried by email_draft_rev
select id from email_draft
where workspace_id = :ws and owner = :owner
  and (prospect_id = any(:people::uuid[])
    or id in (select draft_id from email where workspace_id = :ws and id = any(:mails::uuid[])))

-- name: tasks
-- carried by task_rev
select id from task
where workspace_id = :ws and owner = :owner
  and (prospect_id = any(:people::uuid[]) or email_id = any(:mails::uuid[]))

-- name: conflicts
-- carried by conflict_rev; a value that is theirs, not one in which somebody mentions them
select id from conflict
where workspace_id = :ws and owner = :owner
  and (entity_id = any(:rows::uuid[]) or exists (
    select from unnest(:words::text[]) w
    where position('"' || w || '"' in lower(concat_ws(' ', was, mine, theirs, mutation))) > 0))

-- name: imports
-- carried by prospect_import_rev
select id from prospect_import
where workspace_id = :ws and owner = :owner and undo is not null and exists (
  select from unnest(:words::text[]) w where position(w in lower(undo::text)) > 0)

-- name: errorFiles
-- carried by the primary key: a person has few
select import_id, content from import_errors where workspace_id = :ws and owner = :owner

-- name: dropErrorFiles
-- carried by the primary key
delete from import_errors
where workspace_id = :ws and owner = :owner and import_id = any(:ids::uuid[])

-- name: graves
-- carried by tombstone_rev; of rows that are erased, and of those that were deleted before
update tombstone set doc = null, erased = true
where workspace_id = :ws and owner = :owner
  and (id = any(:rows::uuid[])
    or (doc is not null and (doc ->> 'prospectId' = any(:names::text[])
      or doc ->> 'emailId' = any(:names::text[]) or doc ->> 'entityId' = any(:names::text[]))))

-- name: undoOfGraves
-- carried by tombstone_rev; what an import that is gone remembered
update tombstone set doc = null
where workspace_id = :ws and owner = :owner and entity in ('prospect_import', 'conflict')
  and doc is not null and exists (
    select from unnest(:words::text[]) w where position(w in lower(doc::text)) > 0)

-- name: changes
-- carried by mutation_log_entity
update mutation_log set body = jsonb_build_object('entity', entity, 'key', entity_id, 'op', op)
where workspace_id = :ws and entity_id = any(:rows::uuid[]) and op <> 'prospect.import'

-- name: changesOfMany
-- carried by mutation_log_of_many
update mutation_log l set body = case
  when op = 'prospect.import' and jsonb_typeof(body -> 'people') = 'array' then jsonb_set(
    body, '{people}', coalesce((
      select jsonb_agg(p.one) from jsonb_array_elements(body -> 'people') p (one)
      where not exists (
        select from unnest(:words::text[]) w where position('"' || w || '"' in lower(p.one::text)) > 0)), '[]'))
  else jsonb_build_object('entity', entity, 'key', entity_id, 'op', op) end
where workspace_id = :ws and (outcome = 'REJECTED' or op = 'prospect.import') and exists (
  select from unnest(:words::text[]) w where position(w in lower(body::text)) > 0)

-- name: events
-- reads the log from end to end, which is seldom asked
update event set payload = event_without_words(payload)
where workspace_id = :ws and key = any(:mailNames::text[])

-- name: failures
-- carried by event_retry's primary key
update event_retry r set error = ''
where r.workspace_id = :ws and r.event_id in (
  select event_id from event where workspace_id = :ws and key = any(:mailNames::text[]))

-- name: replies
-- carried by email_reply_event_email
update email_reply_event set reply_subject = null, reply_body = null
where workspace_id = :ws and email_id = any(:mails::uuid[])

-- name: opens
-- carried by email_open_event_email
update email_open_event set source = null
where workspace_id = :ws and email_id = any(:mails::uuid[])

-- name: jobs
-- carried by send_job's primary key
update send_job set last_reply = null where workspace_id = :ws and email_id = any(:mails::uuid[])

-- name: keys
-- carried by email's primary key; a key is what a program chose, and no part of what is written anew
update email set idempotency_key = id::text where workspace_id = :ws and id = any(:mails::uuid[])

-- name: answers
-- carried by ai_answer_age: of a workspace there are those of a day
update ai_answer set answer = '{}', fingerprint = ''
where workspace_id = :ws and (prospect_id = any(:people::uuid[]) or exists (
  select from unnest(:words::text[]) w where position(w in lower(answer::text)) > 0))

-- name: verdicts
-- reads the verdicts of the workspace
update ai_feedback set final_text = null, reason = null
where workspace_id = :ws and (prospect_id = any(:people::uuid[]) or exists (
  select from unnest(:words::text[]) w
  where position(w in lower(concat_ws(' ', final_text, reason))) > 0))
