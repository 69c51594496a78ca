-- name: WORDS
-- read from the index by_words alone, in its order; most rows go by their beginnings, which is half
-- the time of looking into their words
select pk from {table}
where beginnings & :beginnings = :beginnings and instr(words, :first) > 0
  and (:more = '[]' or not exists (select 1 from json_each(:more) where instr(words, value) = 0))
order by words, beginnings, pk

-- name: NEWEST
-- ids are UUIDv7
select pk from {table}
where beginnings & :beginnings = :beginnings and instr(words, :first) > 0
  and (:more = '[]' or not exists (select 1 from json_each(:more) where instr(words, value) = 0))
order by id desc

-- name: UP
select pk from {table}
where beginnings & :beginnings = :beginnings and instr(words, :first) > 0
  and (:more = '[]' or not exists (select 1 from json_each(:more) where instr(words, value) = 0))
order by doc ->> :path collate nocase, words, pk

-- name: DOWN
select pk from {table}
where beginnings & :beginnings = :beginnings and instr(words, :first) > 0
  and (:more = '[]' or not exists (select 1 from json_each(:more) where instr(words, value) = 0))
order by doc ->> :path collate nocase desc, words, pk

-- name: rows
select id, rev, doc, pk from {table} where pk in (select value from json_each(:keys))

-- name: MAILS_OF_DRAFT
-- carried by email_by_draft
select id, rev, doc from email where doc ->> '$.draftId' = :to

-- name: MAILS_OF_PROSPECT
-- carried by email_by_prospect
select id, rev, doc from email where doc ->> '$.prospectId' = :to order by id desc

-- name: MAILS_OF_CAMPAIGN
-- carried by email_by_campaign
select id, rev, doc from email where doc ->> '$.campaignId' = :to order by id desc

-- name: STEPS_OF_CAMPAIGN
-- carried by step_by_campaign
select id, rev, doc from campaign_step where doc ->> '$.campaignId' = :to
order by doc ->> '$.position', doc ->> '$.variant'

-- name: ENROLMENTS_OF_CAMPAIGN
-- carried by enrolment_by_campaign
select id, rev, doc from campaign_prospect where doc ->> '$.campaignId' = :to order by id

-- name: ENROLMENTS_OF_PROSPECT
-- carried by enrolment_by_prospect
select id, rev, doc from campaign_prospect where doc ->> '$.prospectId' = :to order by id desc

-- name: TASKS_OF_PROSPECT
-- carried by task_by_prospect
select id, rev, doc from task where doc ->> '$.prospectId' = :to order by id

-- name: PORTIONS_OF_IMPORT
-- carried by import_portions
select id, rev, doc from prospect_import where doc ->> '$.importId' = :to order by doc ->> '$.chunk'

-- name: prospectsByAddress
-- carried by prospect_by_address
select p.id, p.rev, p.doc from json_each(:addresses) k
join prospect p on lower(p.doc ->> '$.email') = k.value

-- name: inDoubt
-- carried by email_in_doubt
select id, rev, doc from email where doc ->> '$.status' = 'UNCONFIRMED' order by id

-- name: held
-- carried by email_held; a mail that was taken back keeps the reason it was held for
select id, rev, doc from email
where doc ->> '$.hold' is not null and doc ->> '$.status' = 'PENDING_SEND' order by id

-- name: mergedInto
-- carried by alias_by_survivor
select id from prospect_alias where doc ->> '$.toId' = :to

-- name: prospectsWithEmail
-- carried by prospect_by_email; addresses are kept in lower case
select id, rev, doc from prospect where doc ->> '$.email' = lower(:email)

-- name: mailFacts
-- what numbers are counted from, of all mails or of one sender's; SQLite parses each document once
select id, doc ->> '$.status', doc ->> '$.tracking',
  doc ->> '$.sentAt', doc ->> '$.openedAt', doc ->> '$.repliedAt'
from email where :sender is null or doc ->> '$.userId' = :sender

-- name: mailFactsOfCampaign
-- carried by email_by_campaign
select id, doc ->> '$.status', doc ->> '$.tracking',
  doc ->> '$.sentAt', doc ->> '$.openedAt', doc ->> '$.repliedAt'
from email where doc ->> '$.campaignId' = :to

-- name: mailFactsOfTemplates
-- carried by email_by_template, which holds only mails that were made from one
select id, doc ->> '$.status', doc ->> '$.tracking',
  doc ->> '$.sentAt', doc ->> '$.openedAt', doc ->> '$.repliedAt', doc ->> '$.templateId'
from email where doc ->> '$.templateId' is not null

-- name: mailFactsOfRevisions
-- carried by email_by_template
select id, doc ->> '$.status', doc ->> '$.tracking',
  doc ->> '$.sentAt', doc ->> '$.openedAt', doc ->> '$.repliedAt',
  coalesce(doc ->> '$.templateRevision', 0)
from email where doc ->> '$.templateId' = :of

-- name: mailFactsOfProspect
-- carried by email_by_prospect
select id, doc ->> '$.status', doc ->> '$.tracking',
  doc ->> '$.sentAt', doc ->> '$.openedAt', doc ->> '$.repliedAt'
from email where doc ->> '$.prospectId' = :to

-- name: nextOfCampaign
-- carried by email_by_campaign; the first of what waits to leave
select min(doc ->> '$.notBefore') from email
where doc ->> '$.campaignId' = :to and doc ->> '$.status' = 'PENDING_SEND'

-- name: suppressed
-- carried by suppression_by_address
select count(*) from suppression where doc ->> '$.address' in (:to, :erased)

-- name: openTasks
-- carried by task_open; those that are due first, then those without a time
select id, rev, doc from task where doc ->> '$.doneAt' is null
order by doc ->> '$.dueAt' is null, doc ->> '$.dueAt', id

-- name: enrolled
-- carried by enrolment_by_campaign
select count(*) from campaign_prospect where doc ->> '$.campaignId' = :to

-- name: ids
-- pk is the row id, so each is one step
select t.id from json_each(:keys) k join {table} t on t.pk = k.value order by k.key

-- name: mailsMoved
-- carried by email_by_moved
select id, rev, doc from email
where coalesce(doc ->> '$.signals[0].at',
    max(doc ->> '$.openedAt', doc ->> '$.repliedAt'), doc ->> '$.openedAt', doc ->> '$.repliedAt')
    >= :since
  and (:sender is null or doc ->> '$.userId' = :sender)

-- name: reachable
-- carried by the index of ids, enrolment_by_prospect and email_by_prospect
select p.id, p.doc ->> '$.email' from json_each(:ids) j
join prospect p on p.id = unhex(replace(j.value, '-', ''))
where not exists (
    select 1 from campaign_prospect c
    where c.doc ->> '$.prospectId' = j.value and c.doc ->> '$.status' in ('UNSUBSCRIBED', 'BOUNCED'))
  and not exists (
    select 1 from email e
    where e.doc ->> '$.prospectId' = j.value and e.doc ->> '$.status' = 'BOUNCED')

-- name: mailsOfPlans
-- reads all mails; those that may still leave, and those that left since
select id, rev, doc from email
where doc ->> '$.status' in ('PENDING_SEND', 'SENDING', 'UNCONFIRMED') or doc ->> '$.sentAt' > :since
