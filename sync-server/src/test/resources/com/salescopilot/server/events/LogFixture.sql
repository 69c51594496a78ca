-- name: add
insert into event (event_id, type, workspace_id, key, occurred_at, payload)
values (:id, :type, :ws, :key::text, now(), '{}')

-- name: note
-- a second note of one event breaks the primary key
insert into webhook_receipt (workspace_id, id) values (:ws, :id::text)

-- name: noted
select id from webhook_receipt where workspace_id = :ws order by id

-- name: alienTick
insert into event_tick (snapshot) values (pg_snapshot '99999999:99999999:')

-- name: ticks
select count(*) as n from event_tick
