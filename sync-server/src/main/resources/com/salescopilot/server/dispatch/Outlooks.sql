-- name: campaigns
-- carried by campaign_rev: a workspace has few campaigns. Those that run, and the one that is asked for
select r.id, r.rev, to_jsonb(r) as doc,
  (select m.id from mailbox m
   where m.workspace_id = :ws
     and case when r.mailbox_id is null then m.user_id = r.user_id or m.user_id is null
         else m.id = r.mailbox_id end
   order by m.user_id nulls last, m.created_at limit 1) as mailbox
from campaign r
where r.workspace_id = :ws and (r.status = 'ACTIVE' or r.id = :campaign::uuid)

-- name: steps
-- carried by campaign_step_place
select r.id, r.rev, to_jsonb(r) as doc from campaign_step r
where workspace_id = :ws and campaign_id = any(:campaigns::uuid[])
order by campaign_id, position, variant

-- name: enrolments
-- carried by campaign_prospect_once, the primary keys of prospect, campaign and workspace_member,
-- suppression_address and email_prospect; the mail is the one of the next step, if it was made and
-- how it ends is not known
select cp.id, cp.rev, to_jsonb(cp) as doc, p.email,
  p.custom_fields ->> 'timezone' as timezone, s.id is not null as suppressed,
  w.user_id is not null as member, m.status as mail_status, m.not_before as mail_at
from campaign_prospect cp
join campaign c on c.workspace_id = cp.workspace_id and c.id = cp.campaign_id
join prospect p on p.workspace_id = cp.workspace_id and p.id = cp.prospect_id
left join workspace_member w on w.workspace_id = c.workspace_id and w.user_id = c.user_id
left join suppression s on s.workspace_id = p.workspace_id and s.address_key in (p.email_key, erased_address(p.email_key))
left join lateral (
  select e.status, e.not_before from email e
  where e.workspace_id = :ws and e.prospect_id = cp.prospect_id
    and e.campaign_id = cp.campaign_id and e.rotation = cp.rotation
    and e.step_position > cp.current_step
    and e.status in ('PENDING_SEND', 'SENDING', 'UNCONFIRMED')
  order by e.step_position limit 1) m on true
where cp.workspace_id = :ws and cp.campaign_id = any(:campaigns::uuid[])
  and cp.status in ('ACTIVE', 'PAUSED')

-- name: letters
-- carried by send_job's primary key and email's: what waits is little
select e.id, e.not_before, j.mailbox_id
from send_job j
join email e on e.workspace_id = j.workspace_id and e.id = j.email_id
where j.workspace_id = :ws and e.step_position is null and e.status = 'PENDING_SEND'
