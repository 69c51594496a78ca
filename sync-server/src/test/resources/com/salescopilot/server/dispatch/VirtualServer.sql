-- name: mailbox
select id from mailbox where workspace_id = :ws

-- name: due
select e.id, coalesce(e.step_position, 0) as step, e.not_before, cp.id as enrolment
from email e
left join campaign_prospect cp on cp.workspace_id = e.workspace_id
  and cp.campaign_id = e.campaign_id and cp.prospect_id = e.prospect_id
where e.workspace_id = :ws and e.status = 'PENDING_SEND' order by e.not_before nulls first, e.id

-- name: policy
update workspace set policy = :policy::jsonb where id = :ws

-- name: dailyCap
update mailbox set daily_cap = :most where workspace_id = :ws
