-- name: workspace
-- carried by the primary key
select id, name, policy from workspace where id = :ws

-- name: all
-- carried by the primary keys
select m.user_id, u.email, u.first_name, u.last_name, m.role, m.created_at
from workspace_member m join users u on u.id = m.user_id
where m.workspace_id = :ws
order by m.created_at, m.user_id

-- name: one
-- carried by the primary keys
select m.user_id, u.email, u.first_name, u.last_name, m.role, m.created_at
from workspace_member m join users u on u.id = m.user_id
where m.workspace_id = :ws and m.user_id = :user

-- name: lock
-- carried by the primary key
select id from workspace where id = :ws for no key update

-- name: adminsBeside
-- carried by the primary key
select count(*) as n from workspace_member
where workspace_id = :ws and role = 'ADMIN' and user_id <> :user

-- name: add
insert into workspace_member (workspace_id, user_id, role, created_at, updated_at)
values (:ws, :user, :role, :now, :now)
on conflict do nothing

-- name: stream
-- one who comes back finds their own rows
insert into stream (workspace_id, owner, epoch)
values (:ws, :user, (select id from epoch order by started_at desc, id desc limit 1))
on conflict do nothing

-- name: setRole
-- carried by the primary key
update workspace_member set role = :role, updated_at = :now
where workspace_id = :ws and user_id = :user

-- name: remove
-- carried by the primary key
delete from workspace_member where workspace_id = :ws and user_id = :user

-- name: change
-- carried by the primary key
update workspace
set name = coalesce(:name::text, name), policy = coalesce(:policy::jsonb, policy), updated_at = :now
where id = :ws

-- name: replan
-- carried by the primary key; by another policy mails leave at other instants
update campaign_due set due_at = now(), marks = marks + 1 where workspace_id = :ws
