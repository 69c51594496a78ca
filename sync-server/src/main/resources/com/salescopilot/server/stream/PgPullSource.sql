-- name: stream
-- carried by stream's primary key
select head, floor from stream where workspace_id = :ws and owner = :owner

-- name: removals
-- carried by tombstone_rev
select entity, id, rev from tombstone
where workspace_id = :ws and owner = :owner and rev > :after
order by rev, id limit :most

-- name: chain
-- carried by device's primary key
select last_seq, last_id from device where workspace_id = :ws and id = :device and user_id = :user
