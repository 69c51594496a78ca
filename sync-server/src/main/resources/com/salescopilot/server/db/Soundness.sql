-- name: oneMoment
set transaction isolation level repeatable read, read only

-- name: references
-- every foreign key, looked through from end to end: a table that was put back row by row, or a disk
-- that lies, can break one without an error
select format('%s: %s refers to rows that are not there', f.conname, f.conrelid::regclass)
from pg_constraint f
cross join lateral (
  select string_agg(format('t.%I = r.%I', here.attname, there.attname), ' and ') as joined,
    string_agg(format('t.%I is not null', here.attname), ' and ') as filled
  from unnest(f.conkey, f.confkey) k (here, there)
  join pg_attribute here on here.attrelid = f.conrelid and here.attnum = k.here
  join pg_attribute there on there.attrelid = f.confrelid and there.attnum = k.there) k
where f.contype = 'f' and f.connamespace = 'public'::regnamespace
  and xpath_exists('//row', query_to_xml(
    format('select 1 as one from %s t where %s and not exists (select from %s r where %s) limit 1',
      f.conrelid::regclass, k.filled, f.confrelid::regclass, k.joined),
    true, false, ''))
order by 1

-- name: notInForce
select format('%s of %s is not in force', conname, conrelid::regclass)
from pg_constraint
where connamespace = 'public'::regnamespace and not convalidated
order by 1

-- name: queueless
-- by send_job's primary key
select format('mail %s of workspace %s is to leave and has no place in the queue', e.id, e.workspace_id)
from email e
where e.status in ('PENDING_SEND', 'SENDING') and not exists (
  select from send_job j where j.email_id = e.id and j.workspace_id = e.workspace_id)
order by 1

-- name: leftInQueue
-- by email's primary key
select format('mail %s of workspace %s has a place in the queue and is %s', j.email_id, j.workspace_id,
  coalesce(e.status, 'gone'))
from send_job j
left join email e on e.workspace_id = j.workspace_id and e.id = j.email_id
where e.status is null or e.status not in ('PENDING_SEND', 'SENDING')
order by 1

-- name: numbers
-- counts the mails of twenty workspaces anew
with sampled as (select distinct workspace_id from stat order by 1 limit 20)
select format('%s kept numbers of workspace %s are not those of its mails', count(*), workspace_id)
from (
  select workspace_id
  from (select * from stat_counted where workspace_id in (select workspace_id from sampled)) n
  full join (select * from stat where workspace_id in (select workspace_id from sampled)) k
    using (workspace_id, scope, scope_id, bucket)
  where row(n.sent, n.bounced, n.failed, n.unconfirmed, n.pending, n.tracked, n.opened, n.replied,
      n.mails, n.reached, n.heard)
    is distinct from row(k.sent, k.bounced, k.failed, k.unconfirmed, k.pending, k.tracked, k.opened,
      k.replied, k.mails, k.reached, k.heard)
    and (n.mails is not null or row(k.sent, k.bounced, k.failed, k.unconfirmed, k.pending, k.tracked,
      k.opened, k.replied, k.mails, k.reached, k.heard) <> row(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))) w
group by workspace_id
order by 1
