-- name: sender
-- carried by the primary key
select first_name, last_name, email from users where id = :user

-- name: suppressed
-- carried by the primary key of prospect and by suppression_address
select exists (
  select from prospect p
  join suppression s on s.workspace_id = p.workspace_id and s.address_key in (p.email_key, erased_address(p.email_key))
  where p.workspace_id = :ws and p.id = :prospect) as suppressed

-- name: yardstick
-- carried by the primary keys
select w.policy, e.own
from workspace w
left join score_evidence e on e.workspace_id = w.id and e.user_id = :user
where w.id = :ws
