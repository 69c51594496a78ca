-- What years of work leave in a database, for Numbers.

-- name: role
-- the tables' owner, who sees every row
set role sc_owner

-- name: people
insert into prospect (workspace_id, id, rev, email, email_key, created_at, updated_at)
select :ws::uuid, gen_random_uuid(), n, 'p' || n || '@b.example', 'p' || n || '@b.example', now(), now()
from generate_series(1, :people::int) n

-- name: campaigns
insert into campaign (workspace_id, id, rev, user_id, name, status, created_at, updated_at)
select :ws::uuid, gen_random_uuid(), n, :user::uuid, 'Campaign ' || n, 'ACTIVE', now(), now()
from generate_series(1, :campaigns::int) n

-- name: mails
-- two years of mails one after the other, a third opened, a twentieth replied to
insert into email (workspace_id, id, rev, user_id, prospect_id, campaign_id, step_position, to_email, subject, status,
  idempotency_key, sent_at, opened_at, replied_at, opens, replies, created_at, updated_at)
select w.id, gen_random_uuid(), 1, :user::uuid, p.ids[1 + n % array_length(p.ids, 1)],
  c.ids[1 + n % array_length(c.ids, 1)], 1 + n % 5,
  'p@b.example', 'Hello',
  case n % 50 when 0 then 'BOUNCED' when 1 then 'PENDING_SEND' else 'SENT' end,
  gen_random_uuid()::text, t.at, t.opened, t.replied, 2 * (n % 3 = 0)::int, (n % 20 = 0)::int,
  t.at, t.at
from (select :ws::uuid as id) w
cross join lateral (select array_agg(id) as ids from prospect where workspace_id = w.id) p
cross join lateral (select array_agg(id) as ids from campaign where workspace_id = w.id) c
cross join generate_series(:first::int, :last::int) n
cross join lateral (select now() - (1 - n / :all::float) * interval '700 days' as at) r
cross join lateral (
  select r.at, case when n % 3 = 0 then r.at + interval '3 hours' end as opened,
    case when n % 20 = 0 then r.at + interval '1 day' end as replied) t

-- name: quiet
-- years at once: their numbers are counted when all are there
alter table email disable trigger user

-- name: keep
alter table email enable trigger user

-- name: numbers
insert into stat select * from stat_counted

-- name: opens
insert into email_open_event (workspace_id, id, email_id, opened_at, kind, counted, source, created_at)
select e.workspace_id, gen_random_uuid(), e.id, e.opened_at + o.n * interval '1 hour', 'human', true,
  'home', now()
from email e cross join generate_series(0, :opens::int - 1) o (n)
where e.workspace_id = :ws::uuid and e.opened_at is not null

-- name: replies
insert into email_reply_event (workspace_id, id, email_id, replied_at, reply_body, created_at)
select e.workspace_id, gen_random_uuid(), e.id, e.replied_at, 'Yes', now()
from email e where e.workspace_id = :ws::uuid and e.replied_at is not null

-- name: daily
-- what was opened in the last days was opened again every day since
update email set signals = (
  select jsonb_agg(jsonb_build_object('kind', 'OPEN', 'at', o.at) order by o.at desc)
  from generate_series(opened_at, least(now(), opened_at + interval '5 days'), '25 hours') o (at))
where workspace_id = :ws::uuid and opened_at between now() - interval '17 days' and now()

-- name: signals
select sum(coalesce(jsonb_array_length(signals), num_nonnulls(opened_at, replied_at)))
from email e where e.workspace_id = :ws::uuid and e.moved_at >= now() - interval '17 days'

-- name: forget
truncate email_open_event, email_reply_event, stat, prospect, campaign, email cascade

-- name: workspace
select workspace_id from workspace_member where user_id = :user::uuid

-- name: analyze
analyze email, email_open_event, email_reply_event, stat, prospect, campaign
