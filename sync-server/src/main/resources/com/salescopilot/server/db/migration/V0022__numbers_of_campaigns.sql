-- Kept numbers of campaigns and of the wordings of their steps. From here on every list of the counts stands once:
-- what a mail adds, how differences are added, what a recount finds, and what a reader gets.

alter table stat
  drop constraint stat_scope_check,
  add constraint stat_scope_check
    check (scope in ('WORKSPACE', 'USER', 'CAMPAIGN', 'TEMPLATE', 'STEP')),
  add column mails   bigint not null default 0, -- all that were made, also those taken back
  add column reached bigint not null default 0, -- of a campaign: people with a mail that is SENT
  add column heard   bigint not null default 0; -- of these, people who answered one of them

drop trigger stat_of_new_mails on email;
drop trigger stat_of_changed_mails on email;
drop function stat_of_new_mails();
drop function stat_of_changed_mails();
drop function stat_of_mail(
  uuid, uuid, uuid, uuid, text, text, timestamptz, timestamptz, timestamptz);

-- The day under which totals stand.
create function stat_total_day() returns timestamptz language sql immutable
  return '0001-01-01Z'::timestamptz;

-- By what a wording of a step is known here: mails tell its place and its letter, not its row.
create function stat_step(campaign uuid, place int, letter text) returns uuid
language sql immutable
  return md5(campaign::text || ' ' || place || ' ' || coalesce(letter, 'A'))::uuid;

-- What one mail adds.
create function stat_of_mail(
  workspace uuid, sender uuid, campaign uuid, template uuid, place int, letter text, status text,
  tracking text, sent_at timestamptz, opened_at timestamptz, replied_at timestamptz)
returns setof stat
language sql immutable as $$
  select workspace, s.scope, s.id, stat_total_day(),
    (status = 'SENT')::int::bigint,
    (status = 'BOUNCED')::int::bigint,
    (status = 'FAILED')::int::bigint,
    (status = 'UNCONFIRMED')::int::bigint,
    (status in ('PENDING_SEND', 'SENDING'))::int::bigint,
    (status = 'SENT' and tracking = 'IDENTIFIED')::int::bigint,
    (status = 'SENT' and tracking = 'IDENTIFIED' and opened_at is not null)::int::bigint,
    (status = 'SENT' and replied_at is not null)::int::bigint,
    1::bigint, 0::bigint, 0::bigint
  from (values ('WORKSPACE', workspace), ('USER', sender), ('CAMPAIGN', campaign),
    ('TEMPLATE', template), ('STEP', stat_step(campaign, place, letter))) s (scope, id)
  where s.id is not null
  union all
  select workspace, s.scope, s.id, date_bin('15 minutes', f.at, '2000-01-01Z'), f.sent,
    0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, f.opened, f.replied, 0::bigint,
    0::bigint, 0::bigint
  from (values ('WORKSPACE', workspace), ('USER', sender)) s (scope, id)
  cross join (values (sent_at, 1::bigint, 0::bigint, 0::bigint),
    (opened_at, 0::bigint, 1::bigint, 0::bigint), (replied_at, 0::bigint, 0::bigint, 1::bigint))
    f (at, sent, opened, replied)
  where status = 'SENT' and f.at is not null
$$;

-- One person of a campaign, who is counted once, however many mails there were.
create function stat_of_person(workspace uuid, campaign uuid, reached int, heard int)
returns setof stat
language sql immutable as $$
  select workspace, 'CAMPAIGN', campaign, stat_total_day(), 0::bigint, 0::bigint, 0::bigint,
    0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint,
    reached::bigint, heard::bigint
$$;

-- Adds the first and takes the second away. Says how many numbers that changed.
create function stat_add(gone_up stat[], gone_down stat[]) returns bigint language plpgsql as $$
declare
  changed bigint;
begin
  insert into stat as kept
  select d.workspace_id, d.scope, d.scope_id, d.bucket, sum(d.sign * d.sent),
    sum(d.sign * d.bounced), sum(d.sign * d.failed), sum(d.sign * d.unconfirmed),
    sum(d.sign * d.pending), sum(d.sign * d.tracked), sum(d.sign * d.opened),
    sum(d.sign * d.replied), sum(d.sign * d.mails), sum(d.sign * d.reached),
    sum(d.sign * d.heard)
  from (
    select 1 as sign, u.* from unnest(gone_up) u
    union all
    select -1, w.* from unnest(gone_down) w) d
  group by 1, 2, 3, 4
  having array[sum(d.sign * d.sent), sum(d.sign * d.bounced), sum(d.sign * d.failed),
    sum(d.sign * d.unconfirmed), sum(d.sign * d.pending), sum(d.sign * d.tracked),
    sum(d.sign * d.opened), sum(d.sign * d.replied), sum(d.sign * d.mails),
    sum(d.sign * d.reached), sum(d.sign * d.heard)] <> array_fill(0::numeric, array[11])
  order by 1, 2, 3, 4
  on conflict (workspace_id, scope, scope_id, bucket) do update set
    sent = kept.sent + excluded.sent,
    bounced = kept.bounced + excluded.bounced,
    failed = kept.failed + excluded.failed,
    unconfirmed = kept.unconfirmed + excluded.unconfirmed,
    pending = kept.pending + excluded.pending,
    tracked = kept.tracked + excluded.tracked,
    opened = kept.opened + excluded.opened,
    replied = kept.replied + excluded.replied,
    mails = kept.mails + excluded.mails,
    reached = kept.reached + excluded.reached,
    heard = kept.heard + excluded.heard;
  get diagnostics changed = row_count;
  return changed;
end $$;

-- What the numbers must be, counted from all mails.
create view stat_counted with (security_invoker = true) as
select d.workspace_id, d.scope, d.scope_id, d.bucket, sum(d.sent)::bigint as sent,
  sum(d.bounced)::bigint as bounced, sum(d.failed)::bigint as failed,
  sum(d.unconfirmed)::bigint as unconfirmed, sum(d.pending)::bigint as pending,
  sum(d.tracked)::bigint as tracked, sum(d.opened)::bigint as opened,
  sum(d.replied)::bigint as replied, sum(d.mails)::bigint as mails,
  sum(d.reached)::bigint as reached, sum(d.heard)::bigint as heard
from (
  select f.* from email e
  cross join stat_of_mail(e.workspace_id, e.user_id, e.campaign_id, e.template_id,
    e.step_position, e.variant, e.status, e.tracking, e.sent_at, e.opened_at, e.replied_at) f
  union all
  select f.* from (
    select workspace_id, campaign_id, bool_or(replied_at is not null)::int as heard
    from email where status = 'SENT' and campaign_id is not null and prospect_id is not null
    group by workspace_id, campaign_id, prospect_id) e
  cross join stat_of_person(e.workspace_id, e.campaign_id, 1, e.heard) f) d
group by 1, 2, 3, 4;

grant select on stat_counted to sc_app;

-- The totals of somebody or something; noughts where nothing was counted yet.
create function stat_total(workspace uuid, whose text, id uuid)
returns table (
  sent bigint, bounced bigint, failed bigint, unconfirmed bigint, pending bigint, tracked bigint,
  opened bigint, replied bigint, mails bigint, reached bigint, heard bigint)
language sql stable as $$
  select coalesce(sum(sent), 0)::bigint, coalesce(sum(bounced), 0)::bigint,
    coalesce(sum(failed), 0)::bigint, coalesce(sum(unconfirmed), 0)::bigint,
    coalesce(sum(pending), 0)::bigint, coalesce(sum(tracked), 0)::bigint,
    coalesce(sum(opened), 0)::bigint, coalesce(sum(replied), 0)::bigint,
    coalesce(sum(mails), 0)::bigint, coalesce(sum(reached), 0)::bigint,
    coalesce(sum(heard), 0)::bigint
  from stat s
  where s.workspace_id = workspace and s.scope = whose and s.scope_id = id
    and s.bucket = '0001-01-01Z'
$$;

-- By how many the mails to a person of a campaign became more: those that are SENT, and of these those answered.
create type stat_moved as (
  workspace uuid, campaign uuid, person uuid, sent bigint, heard bigint);

-- What that is to the numbers of people: who is reached or heard of for the first time, or no longer. How the
-- mails stood before follows from how they stand now.
create function stat_of_people(moved stat_moved[]) returns setof stat
language sql stable as $$
  select f.* from (
    select workspace, campaign, person, sum(sent) as sent, sum(heard) as heard
    from unnest(moved)
    where campaign is not null and person is not null
    group by 1, 2, 3 having sum(sent) <> 0 or sum(heard) <> 0) m
  cross join lateral (
    select count(*) as sent, count(e.replied_at) as heard from email e
    where e.workspace_id = m.workspace and e.prospect_id = m.person
      and e.campaign_id = m.campaign and e.status = 'SENT') n
  cross join lateral stat_of_person(m.workspace, m.campaign,
    (n.sent > 0)::int - (n.sent > m.sent)::int,
    (n.heard > 0)::int - (n.heard > m.heard)::int) f
$$;

create function stat_of_new_mails() returns trigger language plpgsql as $$
declare
  gone_up stat[];
  moved   stat_moved[];
begin
  select array_agg(f) into gone_up from made e
  cross join lateral stat_of_mail(e.workspace_id, e.user_id, e.campaign_id, e.template_id,
    e.step_position, e.variant, e.status, e.tracking, e.sent_at, e.opened_at, e.replied_at) f;
  select array_agg(row(e.workspace_id, e.campaign_id, e.prospect_id, 1,
    (e.replied_at is not null)::int)::stat_moved) into moved
  from made e where e.status = 'SENT';
  perform stat_add(gone_up || array(select p from stat_of_people(moved) p), null);
  return null;
end $$;

create function stat_of_changed_mails() returns trigger language plpgsql as $$
declare
  gone_up   stat[];
  gone_down stat[];
  moved     stat_moved[];
begin
  select array_agg(f) filter (where e.sign = 1), array_agg(f) filter (where e.sign = -1)
  into gone_up, gone_down
  from (select 1 as sign, n.* from after n union all select -1, o.* from before o) e
  cross join lateral stat_of_mail(e.workspace_id, e.user_id, e.campaign_id, e.template_id,
    e.step_position, e.variant, e.status, e.tracking, e.sent_at, e.opened_at, e.replied_at) f;
  select array_agg(row(e.workspace_id, e.campaign_id, e.prospect_id, e.sign,
    e.sign * (e.replied_at is not null)::int)::stat_moved) into moved
  from (select 1 as sign, n.* from after n union all select -1, o.* from before o) e
  where e.status = 'SENT';
  perform stat_add(gone_up || array(select p from stat_of_people(moved) p), gone_down);
  return null;
end $$;

create trigger stat_of_new_mails after insert on email
  referencing new table as made for each statement execute function stat_of_new_mails();
create trigger stat_of_changed_mails after update on email
  referencing old table as before new table as after
  for each statement execute function stat_of_changed_mails();

delete from stat;
insert into stat select * from stat_counted;
