-- name: mails
-- carried by email's primary key and email_open_event_email
select e.id, e.accepted_at, e.to_email = 'nobody@erased.invalid' as erased,
       (select count(*) from email_open_event o
        where o.workspace_id = :ws and o.email_id = e.id) as rows
from email e where e.workspace_id = :ws and e.id = any(:ids::uuid[])

-- name: opens
-- a replayed event has its row
insert into email_open_event (workspace_id, id, email_id, opened_at, kind, counted, source, created_at)
select :ws, r.id, r.email_id, r.opened_at, r.kind, false, r.source, now()
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, email_id uuid, opened_at timestamptz, kind text, source text)
on conflict do nothing

-- name: counted
-- carried by email_open_event_email; opens of a kind from a source that follow each other closely are
-- one, in whatever order they were told
update email_open_event o set counted = x.counted
from (
  select id, kind = any(:kinds::text[]) and coalesce(
      opened_at - lag(opened_at) over (partition by email_id, kind, source order by opened_at, id)
        >= make_interval(secs => :apart),
      true) as counted
  from email_open_event where workspace_id = :ws and email_id = any(:ids::uuid[])) x
where o.workspace_id = :ws and o.id = x.id and o.counted <> x.counted

-- name: reply
-- carried by email_reply_event_email; the same words within a week are the same reply
insert into email_reply_event (
  workspace_id, id, email_id, replied_at, reply_subject, reply_body, created_at)
select :ws, :id, :email, :at, :subject, :body, now()
where not exists (
  select from email_reply_event r
  where r.workspace_id = :ws and r.email_id = :email
    and r.reply_subject is not distinct from :subject::text
    and r.reply_body is not distinct from :body::text
    and r.created_at > now() - interval '7 days')
on conflict do nothing

-- name: signals
-- carried by email_open_event_email and email_reply_event_email
select email_id, 'OPEN' as kind, opened_at as at from email_open_event
where workspace_id = :ws and email_id = any(:ids::uuid[]) and counted
union all
select email_id, 'REPLY', replied_at from email_reply_event
where workspace_id = :ws and email_id = any(:ids::uuid[])

-- name: facts
-- carried by email_open_event_email and email_reply_event_email
select e.id, o.opened_at, o.opens, r.replied_at, r.replies
from email e
cross join lateral (
  select min(opened_at) as opened_at, count(*) as opens from email_open_event
  where workspace_id = :ws and email_id = e.id and counted) o
cross join lateral (
  select min(replied_at) as replied_at, count(*) as replies from email_reply_event
  where workspace_id = :ws and email_id = e.id) r
where e.workspace_id = :ws and e.id = any(:ids::uuid[])

-- name: forgetWords
-- reads the log from end to end, which is seldom asked: somebody who was erased has answered
update event set payload = event_without_words(payload)
where workspace_id = :ws and event_id = :id
