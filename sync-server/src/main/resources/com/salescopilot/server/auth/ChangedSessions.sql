-- name: changedSince
-- carried by session_changed
select id, generation, revoked_at, changed_at from session where changed_at > :since
