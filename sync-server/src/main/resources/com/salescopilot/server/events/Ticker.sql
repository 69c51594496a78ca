-- name: elect
-- released with the transaction, so the next ticker's snapshot is a later one
select pg_try_advisory_xact_lock(hashtext('event_tick')) as elected

-- name: tick
-- carried by event_xid and event_tick's primary key: only what ended after the last tick is looked at
insert into event_tick (snapshot)
select pg_current_snapshot()
where not exists (select from event_tick)
   or exists (
     select from event e
     where e.xid >= (select pg_snapshot_xmin(snapshot) from event_tick order by id desc limit 1)
       and not pg_visible_in_snapshot(
         e.xid, (select snapshot from event_tick order by id desc limit 1)))

-- name: newest
-- carried by event_tick's primary key
select coalesce(max(id), 0) as id from event_tick

-- name: startAfresh
-- a snapshot from the future was taken in another database
delete from event_tick
where exists (
  select from event_tick t
  where pg_snapshot_xmax(t.snapshot) > pg_snapshot_xmax(pg_current_snapshot()))

-- name: moveConsumers
update event_consumer set tick_id = (select max(id) from event_tick), after_id = 0

-- name: forget
-- the tick that a consumer stands at is where its next batch begins
delete from event_tick
where id < (select min(tick_id) from event_consumer)
  and id < (select max(id) from event_tick)
