-- name: own
select action, target, detail from audit_log
where workspace_id is null and actor_id = :user and :ws::uuid is not null order by id

-- name: workspace
select action, target, detail from audit_log
where workspace_id = :ws and :user::uuid is not null order by id
