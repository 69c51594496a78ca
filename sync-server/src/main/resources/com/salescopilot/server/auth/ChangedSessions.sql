-- name: changedSince
-- carried by session_changed
select id, workspace_id, generation, revoked_at, changed_at from session 
where changed_at > :since and (generation > 0 or revoked_at is not null)
