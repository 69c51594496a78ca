-- name: open
insert into email_open_event (workspace_id, id, email_id, opened_at, kind, counted, created_at)
values (:ws, :id, :email, now(), 'human', true, now())
