-- name: sender
-- carried by the primary keys
select u.first_name, u.last_name, u.email
from campaign c join users u on u.id = c.user_id
where c.workspace_id = :ws and c.id = :campaign

-- name: keys
-- reads the prospects, which is done when somebody rehearses and not otherwise
select distinct k.key
from prospect p cross join lateral jsonb_object_keys(p.custom_fields) as k (key)
where p.workspace_id = :ws

-- name: policy
-- carried by the primary key
select policy from workspace where id = :ws
