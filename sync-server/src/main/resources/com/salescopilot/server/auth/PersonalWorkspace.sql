-- name: workspace
insert into workspace (id, name, created_at, updated_at) values (:ws, :name, :now, :now)

-- name: member
insert into workspace_member (workspace_id, user_id, role, created_at, updated_at)
values (:ws, :user, 'ADMIN', :now, :now)

-- name: streams
-- the mailbox below is the first row of the workspace's stream
insert into stream (workspace_id, owner, head, epoch)
select :ws, o.owner, o.head, (select id from epoch order by started_at desc, id desc limit 1)
from (values (:ws::uuid, 1), (:user::uuid, 0)) as o (owner, head)

-- name: witness
insert into stream_commit (workspace_id, owner, rev, nonce, at)
values (:ws, :ws, 1, (random() * 2147483647)::int, :now)

-- name: mailbox
insert into mailbox (workspace_id, id, rev, address, created_at, updated_at)
values (:ws, :id, 1, :address, :now, :now)
