-- name: insert
insert into audit_log (workspace_id, at, actor_id, session_id, action, target, detail, source)
values (:workspace, :now, :actor, :session, :act, :target, :detail, :source)
