-- name: workspace
insert into workspace (id, name, created_at, updated_at) values (:ws, :name, :now, :now)

-- name: member
insert into workspace_member (workspace_id, user_id, role, created_at, updated_at)
values (:ws, :user, 'ADMIN', :now, :now)

-- name: streams
-- the mailbox below is the first row of the workspace's stream
insert into stream (workspace_id, owner, head) values (:ws, :ws, 1), (:ws, :user, 0)

-- name: mailbox
insert into mailbox (workspace_id, id, rev, address, created_at, updated_at)
values (:ws, :id, 1, :address, :now, :now)
