-- name: byEmail
-- carried by users_email; always one row, as a row more would take a moment more
select u.id, u.email, u.password_hash, u.first_name, u.last_name
from (values (:email::text)) as wanted (email)
left join users u on u.email = wanted.email

-- name: byId
-- carried by the primary key
select id, email, password_hash, first_name, last_name from users where id = :id

-- name: insert
-- the first account of a server gets the seed's role of an administrator, which opens nothing
insert into users (id, email, password_hash, first_name, last_name, role, created_at, updated_at)
values (:id, :email, :hash, :first, :last,
        case when exists (select 1 from users) then 'user' else 'admin' end, :now, :now)

-- name: rehash
-- carried by the primary key
update users set password_hash = :hash, updated_at = :now where id = :id and password_hash = :old

-- name: setPassword
-- carried by the primary key
update users set password_hash = :hash, updated_at = :now where id = :id

-- name: forget
-- carried by the primary key and the indexes of user_id; the key with which its secrets open goes too
with connections as (delete from oauth_connection where user_id = :id),
codes as (delete from one_time_code where user_id = :id)
delete from data_key where owner_id = :id

-- name: bury
-- carried by the primary key; the row stays, as ended sessions refer to it
update users
set email = 'deleted:' || id, password_hash = null, first_name = '', last_name = '',
    deleted_at = :now, updated_at = :now
where id = :id

-- name: memberships
-- carried by workspace_member_user; an account's own workspace is as old as its membership, and comes
-- before one that it was invited to as it signed up
select m.workspace_id, w.name, m.role
from workspace_member m join workspace w on w.id = m.workspace_id
where m.user_id = :user
order by m.created_at, w.created_at <> m.created_at, m.workspace_id
