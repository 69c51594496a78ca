-- name: insert
insert into refresh_token (hash, session_id, n, expires_at) values (:hash, :session, :n, :expires)

-- name: find
-- carried by the primary key
select session_id, n, expires_at, child_used from refresh_token where hash = :hash

-- name: exists
-- carried by the primary key
select n from refresh_token where hash = :hash

-- name: markChildUsed
-- carried by refresh_token_session
update refresh_token set child_used = true where session_id = :session and n = :n and not child_used

-- name: prune
-- carried by refresh_token_session; a copy older than a hundred rotations is merely unknown
delete from refresh_token where session_id = :session and n < :n - 100
