-- name: fill
with w as (
  insert into workspace (id, name, created_at, updated_at)
  values ('01970000-0000-7000-8000-0000000000bb', 'Old', now(), now()) returning id
), u as (
  insert into users (id, email, created_at, updated_at)
  values ('01970000-0000-7000-8000-0000000000aa', 'ana@b.example', now(), now()) returning id
), m as (
  insert into workspace_member (workspace_id, user_id, role, created_at, updated_at)
  select w.id, u.id, 'ADMIN', now(), now() from w, u
), p as (
  insert into prospect (workspace_id, id, rev, email, email_key, created_at, updated_at)
  select w.id, '01970000-0000-7000-8000-0000000000cc', 1, 'bo@b.example', 'bo@b.example', now(), now()
  from w
)
insert into email (workspace_id, id, rev, user_id, prospect_id, to_email, subject, status,
  idempotency_key, sent_at, created_at, updated_at)
select w.id, '01970000-0000-7000-8000-0000000000dd', 1, u.id,
  '01970000-0000-7000-8000-0000000000cc', 'bo@b.example', 'Hi', 'SENT', 'k', now(), now(), now()
from w, u

-- name: people
select email from prospect

-- name: sent
select sent from stat where scope = 'WORKSPACE' and bucket = stat_total_day()
