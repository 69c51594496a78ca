-- name: before
-- carried by email_prospect
select subject, message_id, thread_references from email
where workspace_id = :ws and prospect_id = :prospect and campaign_id = :campaign
  and rotation = :rotation and status in ('SENT', 'BOUNCED') and step_position is not null
order by step_position
