-- name: begin
-- carried by the primary key
insert into campaign_due (workspace_id, due_at, marks) values (:ws, now(), 1)
on conflict (workspace_id) do update set due_at = now(), marks = campaign_due.marks + 1

-- name: mark
-- carried by the primary key; a workspace without a running campaign has no row
update campaign_due set due_at = now(), marks = marks + 1 where workspace_id = :ws
