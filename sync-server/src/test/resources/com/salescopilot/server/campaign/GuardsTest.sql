-- name: mailbox
select id from mailbox where workspace_id = :ws
