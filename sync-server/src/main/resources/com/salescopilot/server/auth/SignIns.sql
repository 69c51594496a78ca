-- name: insert
insert into session (id, user_id, workspace_id, device, source, created_at, used_at, expires_at, changed_at)
values (:id, :user, :workspace, :device, :source, :now, :now, :end, :now)
