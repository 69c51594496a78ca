-- Run once, in the transaction that put the rows in place.

-- name: settledEvents
-- numbers of transactions mean nothing in another cluster: what all consumers had taken up is before
-- every transaction, and what one of them had not is told to all, who know it again
update event e set xid = case
  when not exists (
    select from event_consumer c
    left join event_tick t on t.id = c.tick_id
    left join event_tick n on n.id = (select min(id) from event_tick where id > c.tick_id)
    where not (
      coalesce(pg_visible_in_snapshot(e.xid, t.snapshot), false)
      or e.id <= c.after_id and coalesce(pg_visible_in_snapshot(e.xid, n.snapshot), false)))
  then '3'::xid8 else pg_current_xact_id() end

-- name: oldTicks
delete from event_tick

-- name: firstTick
-- sees what is before every transaction and nothing else
insert into event_tick (snapshot) values ('4:4:')

-- name: consumers
update event_consumer
set tick_id = (select max(id) from event_tick), after_id = 0, lease_owner = null, lease_until = null

-- name: anotherLife
-- also where the cluster is the same: the next start begins a life, and holds back what may have left
update epoch set system_identifier = ''
