-- name: reply
insert into email_reply_event (workspace_id, id, email_id, replied_at, created_at)
values (:ws, :id, :mail, :at, :at)
