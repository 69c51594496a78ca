-- name: mails
-- carried by the primary keys of email, send_job, mailbox and workspace_member, and campaign_prospect_once
select e.id, e.to_email, e.hold, e.not_before, e.expires_at, e.step_position,
  c.status as campaign_status, cp.status as enrolment_status, m.user_id is not null as member,
  b.paused_reason is not null as paused
from email e
left join send_job j on j.workspace_id = e.workspace_id and j.email_id = e.id
left join mailbox b on b.workspace_id = j.workspace_id and b.id = j.mailbox_id
left join workspace_member m on m.workspace_id = e.workspace_id and m.user_id = e.user_id
left join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id
left join campaign_prospect cp on e.step_position is not null
  and cp.workspace_id = e.workspace_id and cp.campaign_id = e.campaign_id
  and cp.prospect_id = e.prospect_id and cp.rotation = e.rotation
where e.workspace_id = :ws and e.id = any(:mails::uuid[])

-- name: suppressed
-- carried by suppression_address
select k.address_key from unnest(:keys::text[]) k (address_key)
join suppression s on s.workspace_id = :ws
  and s.address_key in (k.address_key, erased_address(k.address_key))
