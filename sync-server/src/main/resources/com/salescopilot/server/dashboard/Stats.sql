-- name: mails
-- carried by email_sent for one sender
select
  count(*) filter (where status = 'SENT') as sent,
  count(*) filter (where status = 'BOUNCED') as bounced,
  count(*) filter (where status = 'FAILED') as failed,
  count(*) filter (where status = 'UNCONFIRMED') as unconfirmed,
  count(*) filter (where status in ('PENDING_SEND', 'SENDING')) as pending,
  count(*) filter (where status = 'SENT' and tracking = 'IDENTIFIED') as tracked,
  count(*) filter (where status = 'SENT' and tracking = 'IDENTIFIED' and opened_at is not null)
    as opened,
  count(*) filter (where status = 'SENT' and replied_at is not null) as replied
from email
where workspace_id = :ws and (:sender::uuid is null or user_id = :sender)

-- name: activeCampaigns
-- carried by campaign_status
select count(*) as n from campaign
where workspace_id = :ws and (:sender::uuid is null or user_id = :sender) and status = 'ACTIVE'

-- name: readThrough
-- carried by the primary key; null unless every mailbox has been read
select case when count(*) = count(read_through) then min(read_through) end as at from mailbox
where workspace_id = :ws and (:sender::uuid is null or user_id = :sender)
