-- name: last
select max(ord) from sync_outbox

-- name: entry
select id, body from sync_outbox where ord = :ord
