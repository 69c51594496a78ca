-- name: connections
-- carried by oauth_connection_user
select provider, subject, email_address, created_at from oauth_connection
where user_id = :user order by created_at, id

-- name: acts
-- carried by audit_log_actor; the policy shows an account's own acts
select at, action, target, source from audit_log
where workspace_id is null and actor_id = :user order by id
