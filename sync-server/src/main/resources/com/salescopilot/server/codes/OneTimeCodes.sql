-- name: insert
insert into one_time_code (hash, id, kind, user_id, workspace_id, data, created_at, expires_at)
values (:hash, :id, :kind, :user, :workspace, :data, :now, :expires)

-- name: take
-- carried by the primary key; who comes second waits for the first, and then finds it used
update one_time_code set used_at = :now
where hash = :hash and kind = :kind and used_at is null and expires_at > :now
returning id, kind, user_id, workspace_id, data, created_at, expires_at

-- name: holder
-- carried by the primary key
select user_id from one_time_code where hash = :hash and kind = :kind

-- name: used
-- carried by the primary key
select id, kind, user_id, workspace_id, data, created_at, expires_at
from one_time_code where hash = :hash and kind = :kind and used_at is not null

-- name: candidate
-- carried by one_time_code_user; one guess at a time
select id, hash from one_time_code
where user_id = :user and kind = :kind and used_at is null and expires_at > :now and tries < :most
order by created_at desc, id desc
limit 1
for update

-- name: missed
-- carried by one_time_code_id
update one_time_code set tries = tries + 1 where id = :id

-- name: note
-- carried by one_time_code_id
update one_time_code set data = :data where id = :id

-- name: open
-- carried by one_time_code_workspace
select id, kind, user_id, workspace_id, data, created_at, expires_at
from one_time_code
where workspace_id = :workspace and kind = :kind and used_at is null and expires_at > :now
order by created_at desc, id desc
limit 200

-- name: madeSince
-- carried by one_time_code_workspace
select count(*) as n from one_time_code
where workspace_id = :workspace and kind = :kind and created_at > :since

-- name: withdraw
-- carried by one_time_code_id; the row stays, as it counts for what was made of late
update one_time_code set expires_at = :now
where id = :id and kind = :kind and workspace_id = :workspace and used_at is null and expires_at > :now

-- name: withdrawAll
-- carried by one_time_code_user
delete from one_time_code where user_id = :user and kind = :kind and used_at is null
