-- name: lease
update mailbox set lease_owner = 'test', lease_token = 7, lease_until = now() + interval '1 hour'
where workspace_id = :ws returning id
