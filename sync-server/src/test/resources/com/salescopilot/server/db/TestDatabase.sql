-- name: user
insert into users (id, email, first_name, last_name, created_at, updated_at)
values (:user, :email, 'Test', 'Person', now(), now())

-- name: workspace
insert into workspace (id, name, created_at, updated_at) values (:ws, 'Test', now(), now())

-- name: member
insert into workspace_member (workspace_id, user_id, role, created_at, updated_at)
values (:ws, :user, :role, now(), now())

-- name: wsStream
insert into stream (workspace_id, owner, epoch)
select :ws, :ws, (select id from epoch order by started_at desc, id desc limit 1)

-- name: meStream
insert into stream (workspace_id, owner) values (:ws, :user)

-- name: mailbox
insert into mailbox (workspace_id, id, rev, user_id, address, created_at, updated_at)
values (:ws, gen_random_uuid(), 0, :user, :email, now(), now())
