-- name: marks
-- carried by the primary key
select marks from campaign_due where workspace_id = :ws

-- name: policy
-- carried by the primary key
select policy::text as policy from workspace where id = :ws

-- name: campaigns
-- carried by campaign_rev (a workspace has few campaigns), campaign_step_place, campaign_prospect_once and mailbox's
-- primary key. A campaign is over at its end, or when nobody is left in it who could get a mail
select r.id, r.rev, to_jsonb(r) as doc,
  coalesce(r.end_date <= :now::timestamptz, false) or (
    exists (select from campaign_prospect p where p.workspace_id = :ws and p.campaign_id = r.id)
    and not exists (
      select from campaign_prospect p
      where p.workspace_id = :ws and p.campaign_id = r.id and p.status in ('ACTIVE', 'PAUSED'))
  ) as over,
  (select m.id from mailbox m
   where m.workspace_id = :ws
     and case when r.mailbox_id is null then m.user_id = r.user_id or m.user_id is null
         else m.id = r.mailbox_id end
   order by m.user_id nulls last, m.created_at limit 1) as mailbox,
  u.first_name, u.last_name, u.email
from campaign r
join users u on u.id = r.user_id
where r.workspace_id = :ws and r.status = 'ACTIVE'
  and exists (select from campaign_step s where s.workspace_id = :ws and s.campaign_id = r.id)

-- name: steps
-- carried by campaign_step_place
select r.id, r.rev, to_jsonb(r) as doc from campaign_step r
where workspace_id = :ws and campaign_id = any(:campaigns::uuid[])
order by campaign_id, position, variant

-- name: enrolments
-- carried by campaign_prospect_once, prospect's primary key, suppression_address and email_prospect; the mail is the one
-- of the next step, if it was made and how it ends is not known
select p.id, p.rev, to_jsonb(p) as doc, cp.id as enrolment, cp.campaign_id, cp.status,
  cp.current_step, cp.rotation, cp.enrolled_at, cp.anchor_at, cp.resume_at,
  s.id is not null as suppressed, m.status as mail_status, m.not_before as mail_at
from campaign_prospect cp
join prospect p on p.workspace_id = cp.workspace_id and p.id = cp.prospect_id
left join suppression s on s.workspace_id = p.workspace_id and s.address_key = p.email_key
left join lateral (
  select e.status, e.not_before from email e
  where e.workspace_id = :ws and e.prospect_id = cp.prospect_id
    and e.campaign_id = cp.campaign_id and e.rotation = cp.rotation
    and e.step_position > cp.current_step
    and e.status in ('PENDING_SEND', 'SENDING', 'UNCONFIRMED')
  order by e.step_position limit 1) m on true
where cp.workspace_id = :ws and cp.campaign_id = any(:campaigns::uuid[])
  and cp.status in ('ACTIVE', 'PAUSED')

-- name: keys
-- reads the prospects only where a step of a running campaign names a field of their own
select distinct k.key from prospect p cross join lateral jsonb_object_keys(p.custom_fields) as k (key)
where p.workspace_id = :ws and exists (
  select from campaign_step s
  join campaign c on c.workspace_id = s.workspace_id and c.id = s.campaign_id
  where s.workspace_id = :ws and c.status = 'ACTIVE'
    and concat(s.subject, s.body_html, s.body_text) like '%custom.%')

-- name: mailboxes
-- carried by mailbox's primary key: a workspace has few
select id, daily_cap, paused_reason is not null as paused from mailbox where workspace_id = :ws

-- name: days
-- carried by email_sent_at
select (sent_at at time zone :zone)::date as day, count(*) as sent,
  count(*) filter (where status = 'BOUNCED') as bounced
from email
where workspace_id = :ws and sent_at > :since and mailbox_id = :mailbox
group by 1

-- name: last
-- carried by email_sent_at and send_job's mailbox index; what leaves now counts from when it was to leave
select id, sent_at as at from email
where workspace_id = :ws and sent_at > :since and mailbox_id = :mailbox
  and step_position is not null
union all
select e.id, e.not_before from send_job j
join email e on e.workspace_id = j.workspace_id and e.id = j.email_id
where j.workspace_id = :ws and j.mailbox_id = :mailbox and j.phase <> 'QUEUED'
  and e.step_position is not null and e.not_before is not null
