-- name: list
-- carried by session_user_id
select id, device, source, workspace_id, created_at, used_at from session
where user_id = :user and revoked_at is null and expires_at > :now and used_at > :idle
order by used_at desc, id desc
limit 200

-- name: begun
-- carried by the primary key
select id from session where id = :id and user_id = :user and created_at > :then

-- name: end
-- carried by the primary key
update session set revoked_at = :now, changed_at = :now, generation = generation + 1
where id = :id and user_id = :user and revoked_at is null

-- name: endOthers
-- carried by session_user_id
update session set revoked_at = :now, changed_at = :now, generation = generation + 1
where user_id = :user and id <> :kept and revoked_at is null

-- name: renew
-- carried by session_user_id
update session set changed_at = :now, generation = generation + 1
where user_id = :user and revoked_at is null
