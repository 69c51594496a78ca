-- name: facts
select e.opens, e.replies, e.opened_at,
       (select count(*) from email_open_event o where o.workspace_id = :ws and o.email_id = e.id) as rows
from email e where e.workspace_id = :ws and e.id = :id

-- name: kinds
select string_agg(kind, ' ' order by opened_at, id) as kinds from email_open_event
where workspace_id = :ws and email_id = :id

-- name: reply
select reply_subject || ': ' || reply_body as words from email_reply_event
where workspace_id = :ws and email_id = :id

-- name: campaignStatus
select status from campaign where workspace_id = :ws and id = :id

-- name: enrolmentStatus
select status from campaign_prospect where workspace_id = :ws and id = :id

-- name: everythingStored
select string_agg(t.text, ' ') as text from (
  select e::text as text from event e where e.workspace_id = :ws
  union all select o::text from email_open_event o where o.workspace_id = :ws
  union all select m::text from mutation_log m where m.workspace_id = :ws and m.id <> :id) t

-- name: rev
select rev from email where workspace_id = :ws and id = :id

-- name: enrolmentRev
select rev from campaign_prospect where workspace_id = :ws and id = :id

-- name: lockLog
lock table event in exclusive mode
