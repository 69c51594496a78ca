-- name: mails
-- carried by email's primary key and email_open_event_email
select e.id, e.accepted_at,
       (select count(*) from email_open_event o
        where o.workspace_id = :ws and o.email_id = e.id) as rows
from email e where e.workspace_id = :ws and e.id = any(:ids::uuid[])

-- name: opens
-- carried by email_open_event_email; counted once for a source, a kind and half an hour
insert into email_open_event (workspace_id, id, email_id, opened_at, kind, counted, source, created_at)
select :ws, r.id, r.email_id, r.opened_at, r.kind,
       r.counts and not exists (
         select from email_open_event o
         where o.workspace_id = :ws and o.email_id = r.email_id and o.counted and o.kind = r.kind
           and o.source is not distinct from r.source
           and o.opened_at > r.opened_at - make_interval(secs => :apart)
           and o.opened_at < r.opened_at + make_interval(secs => :apart)),
       r.source, now()
from jsonb_to_recordset(:rows::jsonb) as r (
  id uuid, email_id uuid, opened_at timestamptz, kind text, counts boolean, source text)
on conflict do nothing

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
