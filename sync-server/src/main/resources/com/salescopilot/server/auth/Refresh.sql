-- name: owner
-- carried by the primary keys
select s.user_id from refresh_token t join session s on s.id = t.session_id where t.hash = :hash

-- name: lock
-- carried by the primary keys; one rotation of a session at a time
select s.id, s.workspace_id, s.generation, s.expires_at, s.revoked_at
from session s
where s.id = (select t.session_id from refresh_token t where t.hash = :hash)
for no key update

-- name: use
-- carried by the primary key
update session set used_at = :now, workspace_id = :workspace where id = :id
