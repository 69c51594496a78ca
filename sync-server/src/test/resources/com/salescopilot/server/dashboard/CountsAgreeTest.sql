-- name: track
update email set tracking = :tracking where workspace_id = :ws and id = :id

-- name: facts
select id, status, tracking, sent_at, opened_at, replied_at from email where workspace_id = :ws
