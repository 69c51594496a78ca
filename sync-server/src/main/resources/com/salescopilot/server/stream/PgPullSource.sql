-- name: streams
-- carried by the primary keys
select s.owner, s.head, s.floor, s.epoch,
       (select c.nonce from stream_commit c
        where c.workspace_id = s.workspace_id and c.owner = s.owner and c.rev >= k.rev
        order by c.rev limit 1) as seen,
       (select c.nonce from stream_commit c
        where c.workspace_id = s.workspace_id and c.owner = s.owner and c.rev >= s.head
        order by c.rev limit 1) as newest
from stream s
join unnest(:owners::uuid[], :revs::bigint[]) as k (owner, rev) on k.owner = s.owner
where s.workspace_id = :ws

-- name: isOver
-- carried by epoch's primary key; asked only of a client that knows another life
select true as known from epoch where id = :id

-- name: removals
-- carried by tombstone_rev
select entity, id, rev from tombstone
where workspace_id = :ws and owner = :owner and rev > :after
order by rev, id limit :most

-- name: chain
-- carried by device's primary key
select last_seq, last_id from device where workspace_id = :ws and id = :device and user_id = :user
