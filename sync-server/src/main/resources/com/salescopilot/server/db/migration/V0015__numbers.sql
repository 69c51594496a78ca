-- Numbers that are kept and not counted. They are a function of the mails alone: each statement that
-- changes mails adds the difference here, in its own transaction, so no order, repetition or crash
-- can bend one, and nothing lags behind. Who writes mails of a workspace holds its stream's lock, so
-- nobody waits for these rows who did not wait already.

create table stat (
  workspace_id uuid not null references workspace (id),
  scope        text not null check (scope in ('WORKSPACE', 'USER', 'CAMPAIGN', 'TEMPLATE')),
  scope_id     uuid not null,
  -- The first day there is: all mails by how they stand now. Else the quarter of an hour in which mails that are
  -- SENT were sent, first opened and first replied to; offsets of zones are multiples of it.
  bucket       timestamptz not null,
  sent         bigint not null default 0,
  bounced      bigint not null default 0,
  failed       bigint not null default 0,
  unconfirmed  bigint not null default 0,
  pending      bigint not null default 0,
  tracked      bigint not null default 0,
  opened       bigint not null default 0, -- of all: of those that are tracked; of a bucket: of all
  replied      bigint not null default 0,
  primary key (workspace_id, scope, scope_id, bucket)
) with (fillfactor = 70);

grant select, insert, update, delete on stat to sc_app;

alter table stat enable row level security;
alter table stat force row level security;
create policy owner on stat to sc_owner using (true);
create policy ws on stat to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid);

-- What one mail adds.
create function stat_of_mail(
  workspace uuid, sender uuid, campaign uuid, template uuid, status text, tracking text,
  sent_at timestamptz, opened_at timestamptz, replied_at timestamptz)
returns table (
  scope text, scope_id uuid, bucket timestamptz, sent int, bounced int, failed int,
  unconfirmed int, pending int, tracked int, opened int, replied int)
language sql immutable as $$
  select s.scope, s.id, '0001-01-01Z'::timestamptz,
    (status = 'SENT')::int,
    (status = 'BOUNCED')::int,
    (status = 'FAILED')::int,
    (status = 'UNCONFIRMED')::int,
    (status in ('PENDING_SEND', 'SENDING'))::int,
    (status = 'SENT' and tracking = 'IDENTIFIED')::int,
    (status = 'SENT' and tracking = 'IDENTIFIED' and opened_at is not null)::int,
    (status = 'SENT' and replied_at is not null)::int
  from (values ('WORKSPACE', workspace), ('USER', sender), ('CAMPAIGN', campaign),
    ('TEMPLATE', template)) s (scope, id)
  where s.id is not null and status <> 'CANCELLED'
  union all
  select s.scope, s.id, date_bin('15 minutes', f.at, '2000-01-01Z'), f.sent, 0, 0, 0, 0, 0,
    f.opened, f.replied
  from (values ('WORKSPACE', workspace), ('USER', sender)) s (scope, id)
  cross join (values (sent_at, 1, 0, 0), (opened_at, 0, 1, 0), (replied_at, 0, 0, 1))
    f (at, sent, opened, replied)
  where status = 'SENT' and f.at is not null
$$;

create function stat_of_new_mails() returns trigger language plpgsql as $$
begin
  insert into stat as kept (
    workspace_id, scope, scope_id, bucket, sent, bounced, failed, unconfirmed, pending, tracked,
    opened, replied)
  select e.workspace_id, f.scope, f.scope_id, f.bucket, sum(f.sent), sum(f.bounced), sum(f.failed),
    sum(f.unconfirmed), sum(f.pending), sum(f.tracked), sum(f.opened), sum(f.replied)
  from made e
  cross join stat_of_mail(e.workspace_id, e.user_id, e.campaign_id, e.template_id, e.status,
    e.tracking, e.sent_at, e.opened_at, e.replied_at) f
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (workspace_id, scope, scope_id, bucket) do update set
    sent = kept.sent + excluded.sent,
    bounced = kept.bounced + excluded.bounced,
    failed = kept.failed + excluded.failed,
    unconfirmed = kept.unconfirmed + excluded.unconfirmed,
    pending = kept.pending + excluded.pending,
    tracked = kept.tracked + excluded.tracked,
    opened = kept.opened + excluded.opened,
    replied = kept.replied + excluded.replied;
  return null;
end $$;

create function stat_of_changed_mails() returns trigger language plpgsql as $$
begin
  insert into stat as kept (
    workspace_id, scope, scope_id, bucket, sent, bounced, failed, unconfirmed, pending, tracked,
    opened, replied)
  select c.workspace_id, f.scope, f.scope_id, f.bucket, sum(c.sign * f.sent),
    sum(c.sign * f.bounced), sum(c.sign * f.failed), sum(c.sign * f.unconfirmed),
    sum(c.sign * f.pending), sum(c.sign * f.tracked), sum(c.sign * f.opened),
    sum(c.sign * f.replied)
  from (
    select 1 as sign, n.* from after n join before o using (workspace_id, id)
    where (n.user_id, n.campaign_id, n.template_id, n.status, n.tracking, n.sent_at, n.opened_at,
        n.replied_at)
      is distinct from (o.user_id, o.campaign_id, o.template_id, o.status, o.tracking, o.sent_at,
        o.opened_at, o.replied_at)
    union all
    select -1, o.* from after n join before o using (workspace_id, id)
    where (n.user_id, n.campaign_id, n.template_id, n.status, n.tracking, n.sent_at, n.opened_at,
        n.replied_at)
      is distinct from (o.user_id, o.campaign_id, o.template_id, o.status, o.tracking, o.sent_at,
        o.opened_at, o.replied_at)) c
  cross join stat_of_mail(c.workspace_id, c.user_id, c.campaign_id, c.template_id, c.status,
    c.tracking, c.sent_at, c.opened_at, c.replied_at) f
  group by 1, 2, 3, 4
  having array[sum(c.sign * f.sent), sum(c.sign * f.bounced), sum(c.sign * f.failed),
    sum(c.sign * f.unconfirmed), sum(c.sign * f.pending), sum(c.sign * f.tracked),
    sum(c.sign * f.opened), sum(c.sign * f.replied)] <> '{0,0,0,0,0,0,0,0}'
  order by 1, 2, 3, 4
  on conflict (workspace_id, scope, scope_id, bucket) do update set
    sent = kept.sent + excluded.sent,
    bounced = kept.bounced + excluded.bounced,
    failed = kept.failed + excluded.failed,
    unconfirmed = kept.unconfirmed + excluded.unconfirmed,
    pending = kept.pending + excluded.pending,
    tracked = kept.tracked + excluded.tracked,
    opened = kept.opened + excluded.opened,
    replied = kept.replied + excluded.replied;
  return null;
end $$;

-- a mail goes only with its whole workspace, whose numbers go too
create trigger stat_of_new_mails after insert on email
  referencing new table as made for each statement execute function stat_of_new_mails();
create trigger stat_of_changed_mails after update on email
  referencing old table as before new table as after
  for each statement execute function stat_of_changed_mails();

insert into stat (
  workspace_id, scope, scope_id, bucket, sent, bounced, failed, unconfirmed, pending, tracked,
  opened, replied)
select e.workspace_id, f.scope, f.scope_id, f.bucket, sum(f.sent), sum(f.bounced), sum(f.failed),
  sum(f.unconfirmed), sum(f.pending), sum(f.tracked), sum(f.opened), sum(f.replied)
from email e
cross join stat_of_mail(e.workspace_id, e.user_id, e.campaign_id, e.template_id, e.status,
  e.tracking, e.sent_at, e.opened_at, e.replied_at) f
group by 1, 2, 3, 4;
