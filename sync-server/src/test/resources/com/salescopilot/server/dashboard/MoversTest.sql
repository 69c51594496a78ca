-- name: reply
insert into email_reply_event (workspace_id, id, email_id, replied_at, created_at)
values (:ws, :id, :mail, :at, :at)

-- name: open
insert into email_open_event (workspace_id, id, email_id, opened_at, created_at)
values (:ws, :id, :mail, :at, :at)

-- name: machine
insert into email_open_event (workspace_id, id, email_id, opened_at, kind, created_at)
values (:ws, :id, :mail, :at, 'machine', :at)
