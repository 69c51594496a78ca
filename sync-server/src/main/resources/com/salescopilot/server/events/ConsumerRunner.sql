-- name: enlist
insert into event_consumer (name) values (:name) on conflict do nothing

-- name: place
-- carried by event_consumer's primary key; held until the batch is committed
select tick_id, after_id from event_consumer where name = :name for update skip locked

-- name: next
-- carried by event_tick's primary key
select min(id) as id from event_tick where id > :tick having min(id) is not null

-- name: batch
-- carried by event_xid; a place before the first tick has passed nothing
select e.id, e.event_id, e.type, e.workspace_id, e.key, e.occurred_at, e.payload
from event e
where e.xid >= coalesce((select pg_snapshot_xmin(snapshot) from event_tick where id = :tick), '0')
  and e.xid < (select pg_snapshot_xmax(snapshot) from event_tick where id = :next)
  and pg_visible_in_snapshot(e.xid, (select snapshot from event_tick where id = :next))
  and not coalesce(
    pg_visible_in_snapshot(e.xid, (select snapshot from event_tick where id = :tick)), false)
  and e.id > :after
order by e.id limit :most

-- name: move
update event_consumer set tick_id = :tick, after_id = :after where name = :name

-- name: fail
insert into event_retry (workspace_id, consumer, event_id, log_id, attempt, not_before, error, dead)
values (:ws, :name, :event, :position, :attempt, now() + make_interval(secs => :pause), :error, :dead)
on conflict (workspace_id, consumer, event_id) do update set
  attempt = excluded.attempt, not_before = excluded.not_before, error = excluded.error,
  dead = excluded.dead

-- name: settle
delete from event_retry where workspace_id = :ws and consumer = :name and event_id = :event

-- name: due
-- carried by event_retry_due
select r.attempt, e.id, e.event_id, e.type, e.workspace_id, e.key, e.occurred_at, e.payload
from event_retry r join event e on e.id = r.log_id
where r.consumer = :name and not r.dead and r.not_before <= now()
order by r.not_before limit 100

-- name: dead
select event_id from event_retry where consumer = :name and dead order by log_id
