-- name: byId
select body, seq from sync_outbox where id = :id

-- name: byPlace
select body, seq from sync_outbox where ord = :ord

-- name: place
select ord from sync_outbox where id = :id

-- name: keep
insert into sync_outbox (id, body, seq) values (:id, :body, :seq)
on conflict (id) do update set body = excluded.body, seq = excluded.seq

-- name: newest
select body, seq from sync_outbox order by ord desc limit 1

-- name: after
select body, seq from sync_outbox where seq is null or seq > :seq
order by seq is null, seq, ord limit :most

-- name: count
select count(*) from sync_outbox

-- name: untouch
delete from sync_touch where ord = (select ord from sync_outbox where id = :id)

-- name: touch
insert into sync_touch (entity, id, ord) values (:entity, :id, :ord)

-- name: touching
select ord from sync_touch where entity = :entity and id = :id

-- name: touched
select distinct id from sync_touch where entity = :entity

-- name: remove
delete from sync_outbox where id = :id

-- name: ack
insert into sync_acked (id, body, acked_at) values (:id, :body, :at)
on conflict (id) do update set acked_at = excluded.acked_at

-- name: acked
select body from sync_acked where body <> '' order by ord

-- name: isAcked
select 1 from sync_acked where id = :id

-- name: forgetAcked
delete from sync_acked where acked_at < :before

-- name: reword
update sync_acked set body = :body where id = :id

-- name: forget
-- that it was confirmed is still known
update sync_acked set body = '' where id = :id
